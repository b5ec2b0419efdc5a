"""Legal citations in running text: codes, statutes, registers, bills, regulations and orders."""

import re
from collections.abc import Iterator

from ingest.extract.candidates import Candidate

_S = r"[\s\u00a0]"
_NUMBERS = rf"\d+[\w\-\u2013\u2014.]*(?:\([\w]+\))*"
_PATTERNS = (
    # 15 CFR part 744, 15 C.F.R. §§ 734.9
    rf"\d+{_S}(?:CFR|C\.{_S}?F\.{_S}?R\.)(?:{_S}(?:[Pp]arts?|[Ss]ections?|ch(?:apter|\.)))?(?:{_S}?§+)?{_S}?\d[\w.\-\u2013]*\w(?:\(\w+\))*"
    rf"|\d+{_S}(?:CFR|C\.{_S}?F\.{_S}?R\.){_S}[Pp]arts?{_S}\d+",
    # 50 U.S.C. 4801 et seq., 47 U.S.C. Section 230
    rf"\d+{_S}(?:U\.{_S}?S\.{_S}?C\.|USC)(?:{_S}(?:[Ss]ections?|[Cc]hapter))?(?:{_S}?§+)?{_S}?\d+[\w\-\u2013]*(?:\(\w+\))*(?:{_S}et{_S}seq\.?|{_S}note)?",
    # 89 FR 96790, 90 Fed. Reg. 4544
    rf"\d+{_S}(?:FR|F\.R\.|Fed\.{_S}Reg\.){_S}\d[\d,]*\d",
    # Pub. L. 117-167, Public Law No. 118–31
    rf"(?:Pub\.{_S}?L\.|Public{_S}Law)(?:{_S}No\.)?{_S}\d+[-\u2013\u2010\u2011]\d+",
    rf"\d+{_S}Stat\.{_S}\d+",
    # Regulation (EU) 2024/1689, Directive 95/46/EC, Council Regulation (EC) No 428/2009
    rf"(?:(?:Council|Commission|Delegated|Implementing){_S}){{0,3}}(?:Regulations?|Directives?|Decisions?|Recommendations?){_S}"
    rf"(?:\((?:EU|EC|EEC|EU,{_S}Euratom|CFSP|Euratom)\){_S})?(?:No\.?{_S})?\d+/\d+(?:/(?:EU|EC|EEC|JHA|CFSP))?",
    # Executive Order 14110, E.O. 13603, EO 14179
    rf"(?:Executive{_S}Orders?|E\.{_S}?O\.|EO|Presidential{_S}Proclamation|Proclamation)(?:{_S}(?:No\.|Number))?{_S}\d{{4,5}}(?!\d)",
    rf"(?:National{_S}Security{_S}Memorandum|NSM)[-{_S}]\d+",
    # bills: SB 1047, S.B. 53, H.R. 5077, AB 2013, HB 149, Assembly Bill 325, A. 6453
    rf"(?:(?:California|Texas|Colorado|New{_S}York|Utah|Illinois|Virginia){_S})?(?:Senate|Assembly|House){_S}(?:Joint{_S}Resolution|Resolution|Bill|File)(?:{_S}(?:No\.|Number))?[{_S[1:-1]}]\d+(?:-\d+)?[A-Z]?\b",
    rf"(?:S\.?B\.?|A\.?B\.?|H\.?B\.?|H\.?R\.?|H\.?J\.?{_S}?Res\.?|S\.?J\.?{_S}?Res\.?|S\.?F\.?|H\.?F\.?|L\.?B\.?)[{_S[1:-1]}\-](?:\d{{2}}-)?\d{{1,5}}[A-Z]?(?![\w%])",
    rf"(?<![A-Z.]{_S})S\.{_S}\d{{1,4}}(?![\w%])",
    rf"(?:Article|Art\.){_S}\d+{_S}of{_S}the{_S}GDPR",
    # Section 232 of a named law is left to the law's name; these stand alone
    rf"(?:Section|section){_S}(?:230|301|232|889|1260H|5949|702|337|201)(?:\(\w+\))*(?!{_S}(?:of{_S}(?:this|the{_S}Act)|is{_S}|\.))(?![\w.])",
    rf"(?:ISO|IEC|ISO/IEC|IEEE|NIST|EN|ETSI)(?:{_S}(?:AI|SP|TS|TR|EN|Special{_S}Publication))?{_S}\d{{3,5}}(?:-\d+)*(?::\d{{4}})?",
    rf"Local{_S}Law{_S}\d+",
    rf"Bill{_S}(?:No\.{_S})?(?:[A-Z]-)?\d+(?:/\d+)?",
    rf"Prop(?:\.|osition){_S}\d+",
    rf"CS/CS/SB{_S}\d+",
    rf"(?:ECCN|Export{_S}Control{_S}Classification{_S}Number)s?{_S}\d[A-E]\d{{3}}",
)
_CITATION = re.compile("|".join(rf"(?:{p})" for p in _PATTERNS[:-1]))
# Where an order was published, behind the order itself, is no instrument of its own.
_REGISTER = re.compile(rf"{_S}(?:FR|Fed\.{_S}Reg\.|Stat\.){_S}")
_WORD_BEFORE = re.compile(r"[\w$\u20ac/.-]$")


def citations(text: str) -> Iterator[Candidate]:
    """Candidates for cited instruments; references inside the same act are left out."""
    for match in _CITATION.finditer(text):
        if _WORD_BEFORE.search(text[max(0, match.start() - 1) : match.start()]):
            continue
        if _REGISTER.search(match[0]) and text.endswith(", ", 0, match.start()):
            continue
        yield Candidate(*match.span(), "Instrument", "citation", 3)
