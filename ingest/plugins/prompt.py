"""What a model is told to do."""

from functools import cache

from ontology import model as ontology

PROMPT = """\
You read one document on AI policy and list what it says, as JSON. Copy every name and every piece
of evidence from the document character by character: whatever does not occur in it is thrown away.

Entities: each named company (also labs and start-ups), AI model (also model families, versions and
assistants named for their model), agency (any government body, court, parliament or international
organisation), jurisdiction (country, state, province, bloc) and instrument (law, bill, rule, order,
list, treaty, standard, strategy, licence or contract terms) that plays a part in AI policy. One
entry for each thing, with all forms of its name, without articles. No persons, no universities, no
news outlets that only report.

Restrictions: each distinct rule that limits or obliges somebody in connection with AI, chips,
compute, data or models, whether proposed, adopted, in force, suspended or ended; by law, by
government practice or by a company's own terms. Not: funding, opinions, permissions, voluntary
commitments, recommendations, investigations, lawsuits, denials, definitions, or tasks that a
government gives its own bodies. Named parties by entity id, others by their words in the document.
"restricted" stays empty for a duty that cuts nobody off. If the document states no rule, the list
is empty.

Types of restrictions:
{types}

Relations: developed_by (model, company), subsidiary_of (company, company), part_of (agency,
agency), located_in (company or agency, jurisdiction), issued_by (instrument, agency or
jurisdiction), listed_on (company, instrument), invested_in (company, company), supplies (company,
company or jurisdiction), distilled_from (company or model, model whose output it was trained on),
opposes (entity, instrument), amends (instrument, instrument). Only what the document states:
"alleged" where it leaves the statement to an accuser, "denied" where it only rejects it."""


@cache
def system_prompt() -> str:
    """The instructions, with the narrowest restriction types as the ontology defines them."""
    concepts = ontology.load().schemes["RestrictionType"].concepts
    narrowest = [one for one in concepts if one.narrower == (one.notation,)]
    types = "\n".join(f"- {one.notation}: {one.definition}" for one in narrowest)
    return PROMPT.format(types=types)
