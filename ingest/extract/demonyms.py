"""Adjectives of nationality and the names of the jurisdictions they belong to."""

_FORMS = {
    "american": ("United States", "US", "U.S.", "USA", "America", "United States of America"),
    "us-based": ("United States", "US", "U.S.", "USA", "America"),
    "chinese": ("China", "PRC", "People's Republic of China", "People\u2019s Republic of China"),
    "european": ("European Union", "EU", "Europe"),
    "british": ("United Kingdom", "UK", "U.K.", "Britain", "Great Britain"),
    "italian": ("Italy",),
    "french": ("France",),
    "german": ("Germany",),
    "spanish": ("Spain",),
    "dutch": ("Netherlands", "The Netherlands"),
    "swedish": ("Sweden",),
    "polish": ("Poland",),
    "irish": ("Ireland",),
    "danish": ("Denmark",),
    "norwegian": ("Norway",),
    "swiss": ("Switzerland",),
    "russian": ("Russia", "Russian Federation"),
    "ukrainian": ("Ukraine",),
    "turkish": ("Turkey", "Türkiye"),
    "iranian": ("Iran", "Islamic Republic of Iran"),
    "israeli": ("Israel",),
    "saudi": ("Saudi Arabia", "Kingdom of Saudi Arabia"),
    "emirati": ("United Arab Emirates", "UAE"),
    "qatari": ("Qatar",),
    "egyptian": ("Egypt",),
    "indian": ("India",),
    "japanese": ("Japan",),
    "korean": ("South Korea", "Republic of Korea", "Korea"),
    "taiwanese": ("Taiwan",),
    "singaporean": ("Singapore",),
    "malaysian": ("Malaysia",),
    "indonesian": ("Indonesia",),
    "vietnamese": ("Vietnam",),
    "thai": ("Thailand",),
    "australian": ("Australia",),
    "canadian": ("Canada",),
    "mexican": ("Mexico",),
    "brazilian": ("Brazil",),
    "argentine": ("Argentina",),
    "chilean": ("Chile",),
    "nigerian": ("Nigeria",),
    "kenyan": ("Kenya",),
    "californian": ("California",),
    "texan": ("Texas",),
}
_NAMES = {adjective: frozenset(names) for adjective, names in _FORMS.items()}


def country_of(adjective: str) -> frozenset[str] | None:
    """The names of the jurisdiction that `adjective` belongs to, None if it is no nationality."""
    return _NAMES.get(adjective.lower())
