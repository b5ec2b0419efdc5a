"""Countries, states, blocs and capitals by the names that texts use for them."""

from functools import cache

from rigour.territories import get_territories

# code | names beyond the standard ones | adjective of its government | capital that stands for it
_PLACES = """
us | U.S.; US; USA; U.S.A.; United States of America; America | American, U.S., US, Federal, federal | Washington
cn | PRC; P.R.C.; People's Republic of China; Mainland China; mainland China | Chinese | Beijing
gb | UK; U.K.; United Kingdom; Britain; Great Britain | British, UK, U.K. | London, Whitehall
eu | EU; E.U.; European Union; European Community | European, EU | Brussels
tw | Taiwan; Republic of China; ROC | Taiwanese | Taipei
hk | Hong Kong; HKSAR; Hong Kong SAR | |
mo | Macau; Macao | |
ru | Russian Federation; Russia | Russian | Moscow, Kremlin
kp | North Korea; DPRK; Democratic People's Republic of Korea | North Korean | Pyongyang
kr | South Korea; Republic of Korea; ROK; Korea | South Korean, Korean | Seoul
ir | Iran; Islamic Republic of Iran | Iranian | Tehran
jp | Japan | Japanese | Tokyo
in | India; Republic of India | Indian | New Delhi, Delhi
de | Germany; Federal Republic of Germany | German | Berlin
fr | France; French Republic | French | Paris
it | Italy; Italian Republic | Italian | Rome
es | Spain | Spanish | Madrid
nl | Netherlands; The Netherlands; Holland | Dutch | The Hague
be | Belgium | Belgian |
ie | Ireland; Republic of Ireland | Irish | Dublin
pl | Poland | Polish | Warsaw
se | Sweden | Swedish | Stockholm
no | Norway | Norwegian | Oslo
dk | Denmark | Danish | Copenhagen
fi | Finland | Finnish | Helsinki
at | Austria | Austrian | Vienna
pt | Portugal | Portuguese | Lisbon
gr | Greece | Greek | Athens
ch | Switzerland; Swiss Confederation | Swiss | Bern
cz | Czech Republic; Czechia | Czech | Prague
hu | Hungary | Hungarian | Budapest
ro | Romania | Romanian | Bucharest
ua | Ukraine | Ukrainian | Kyiv, Kiev
by | Belarus | Belarusian | Minsk
lt | Lithuania | Lithuanian | Vilnius
lv | Latvia | Latvian | Riga
ee | Estonia | Estonian | Tallinn
tr | Turkey; Türkiye; Turkiye | Turkish | Ankara
il | Israel | Israeli | Jerusalem
sa | Saudi Arabia; Kingdom of Saudi Arabia; KSA | Saudi, Saudi Arabian | Riyadh
ae | UAE; U.A.E.; United Arab Emirates; Emirates | Emirati | Abu Dhabi
ae-du | Dubai | |
qa | Qatar | Qatari | Doha
kw | Kuwait | Kuwaiti |
eg | Egypt | Egyptian | Cairo
za | South Africa | South African | Pretoria
ng | Nigeria | Nigerian | Abuja
ke | Kenya | Kenyan | Nairobi
ca | Canada | Canadian | Ottawa
mx | Mexico | Mexican | Mexico City
br | Brazil; Federative Republic of Brazil | Brazilian | Brasília, Brasilia
ar | Argentina | Argentine, Argentinian | Buenos Aires
cl | Chile | Chilean | Santiago
co | Colombia | Colombian | Bogotá
ve | Venezuela | Venezuelan | Caracas
cu | Cuba | Cuban | Havana
pe | Peru | Peruvian | Lima
sg | Singapore; Republic of Singapore | Singaporean |
my | Malaysia | Malaysian | Kuala Lumpur
id | Indonesia | Indonesian | Jakarta
th | Thailand | Thai | Bangkok
vn | Vietnam; Viet Nam | Vietnamese | Hanoi
ph | Philippines; The Philippines | Philippine, Filipino | Manila
pk | Pakistan | Pakistani | Islamabad
bd | Bangladesh | Bangladeshi | Dhaka
mm | Myanmar; Burma | Burmese | Naypyidaw
kh | Cambodia | Cambodian | Phnom Penh
au | Australia; Commonwealth of Australia | Australian | Canberra
nz | New Zealand | New Zealand | Wellington
sy | Syria; Syrian Arab Republic | Syrian | Damascus
iq | Iraq | Iraqi | Baghdad
af | Afghanistan | Afghan | Kabul
kz | Kazakhstan | Kazakh | Astana
ci | Ivory Coast; Côte d'Ivoire | Ivorian |
cd | DR Congo; Democratic Republic of the Congo; DRC | Congolese | Kinshasa
us-dc | District of Columbia | |
us-ny | New York State; State of New York | |
us-ca | California; State of California | Californian |
us-tx | Texas; State of Texas | Texan |
us-wa | Washington State; State of Washington; Washington state | |
cn-xj | Xinjiang; Xinjiang Uyghur Autonomous Region; XUAR | |
gb-sct | Scotland | Scottish |
gb-wls | Wales | Welsh |
gb-nir | Northern Ireland | |
ca-qc | Quebec; Québec | |
ca-on | Ontario | |
ca-bc | British Columbia | |
"""
# Names that are more often a person, a city of the same name or an ordinary word.
_NOT_NAMES = frozenset({"Chad", "Jersey", "Guernsey", "Georgia", "Jordan", "Niger", "Washington"})
# They are countries or states all the same when nothing speaks for a person.
_PERSONAL = {"Georgia": "us-ga", "Jordan": "jo"}

GROUPS = {
    "Baltic states": "baltic-states",
    "Benelux": "benelux",
    "European Economic Area": "eea",
    "EEA": "eea",
    "Gulf Cooperation Council": "gcc",
    "Nordic countries": "nordic-countries",
}
"""Blocs that are territory rather than a body with an office."""

CITIES = frozenset(
    """San Francisco;Portland;Oakland;Boston;Seattle;New York City;Los Angeles;Chicago;Detroit;Berkeley;
    Somerville;Brookline;Cambridge;San Diego;San Jose;Austin;Houston;Dallas;Denver;Philadelphia;Baltimore;
    Pittsburgh;Minneapolis;New Orleans;Atlanta;Miami;Shanghai;Shenzhen;Hangzhou;Guangzhou;Chengdu;
    Amsterdam;Barcelona;Milan;Munich;Hamburg;Toronto;Montreal;Vancouver;Sydney;Melbourne;Mumbai;
    Bengaluru;Bangalore""".replace("\n    ", "").split(";")
)
"""Cities that make rules of their own; they count only where they act."""

GOVERNMENT_WORDS = r"(?:[Ff]ederal |[Cc]entral |[Nn]ational )?(?:[Gg]overnment|regime|authorities)"
"""What follows an adjective when it stands for the country's government."""


@cache
def names() -> dict[str, str]:
    """Name -> code of every country, state and bloc."""
    found = {}
    for territory in get_territories():
        if territory.is_historical or not _wanted(territory.code):
            continue
        for name in (territory.name, territory.full_name):
            if "(" in name:
                continue
            found.setdefault(name, territory.code)
    for code, own, _, _ in _rows():
        found.update(dict.fromkeys(own, code))
    found = {name: code for name, code in found.items() if name not in _NOT_NAMES}
    return found | _PERSONAL | GROUPS


@cache
def adjectives() -> dict[str, str]:
    """Adjective -> code of the country whose government it can stand for."""
    return {word: code for code, _, words, _ in _rows() for word in words}


@cache
def capitals() -> dict[str, str]:
    """Capital -> code of the country whose government it can stand for."""
    return {word: code for code, _, _, words in _rows() for word in words}


def _wanted(code: str) -> bool:
    return (len(code) == 2 or code.startswith("us-")) and code not in {"aq", "ip", "un", "zz"}


def _rows() -> list[tuple[str, list[str], list[str], list[str]]]:
    rows = []
    for line in _PLACES.strip().splitlines():
        code, own, words, seats = (part.strip() for part in line.split("|"))
        rows.append((code, _split(own, ";"), _split(words, ","), _split(seats, ",")))
    return rows


def _split(text: str, separator: str) -> list[str]:
    return [part.strip() for part in text.split(separator) if part.strip()]
