"""Firms beyond the reference table, and organisations that are none."""

COMPANIES = """
Disney; Walt Disney Company; The Walt Disney Company = company:disney
Netflix = company:netflix
Spotify = company:spotify
Uber = company:uber
Lyft = company:lyft
Airbnb = company:airbnb
Zoom; Zoom Video Communications = company:zoom
Slack = company:slack
LinkedIn = company:linkedin
GitHub = company:github
Facebook = company:facebook
Instagram = company:instagram
WhatsApp = company:whatsapp
YouTube = company:youtube
Snap; Snapchat; Snap Inc. = company:snap
Twitter = company:twitter
Reddit = company:reddit
Pinterest = company:pinterest
SpaceX = company:spacex
Starlink = company:starlink
Neuralink = company:neuralink
Waymo = company:waymo
Boeing = company:boeing
Lockheed Martin = company:lockheed-martin
Northrop Grumman = company:northrop-grumman
Raytheon; RTX = company:rtx
General Dynamics = company:general-dynamics
BAE Systems = company:bae-systems
Booz Allen Hamilton = company:booz-allen-hamilton
Accenture = company:accenture
Deloitte = company:deloitte
PwC; PricewaterhouseCoopers = company:pwc
KPMG = company:kpmg
McKinsey; McKinsey & Company = company:mckinsey
Ernst & Young = company:ey
Capgemini = company:capgemini
Siemens = company:siemens
Bosch = company:bosch
Ericsson = company:ericsson
Nokia = company:nokia
Sony = company:sony
Panasonic = company:panasonic
Toshiba = company:toshiba
Fujitsu = company:fujitsu
NEC = company:nec
Toyota = company:toyota
Honda = company:honda
Hyundai = company:hyundai
Kakao = company:kakao
Volkswagen = company:volkswagen
BMW = company:bmw
Mercedes-Benz = company:mercedes-benz
Ford = -
General Motors = company:general-motors
Verizon = company:verizon
AT&T = company:att
T-Mobile = company:t-mobile
Comcast = company:comcast
Walmart = company:walmart
Goldman Sachs = company:goldman-sachs
JPMorgan; JPMorgan Chase; JP Morgan = company:jpmorgan
Morgan Stanley = company:morgan-stanley
BlackRock = company:blackrock
Blackstone = company:blackstone
Andreessen Horowitz; a16z = company:andreessen-horowitz
Sequoia Capital = company:sequoia-capital
Y Combinator = company:y-combinator
Stripe = company:stripe
PayPal = company:paypal
Mastercard = company:mastercard
Pfizer = company:pfizer
Moderna = company:moderna
Replika; Luka Inc. = company:replika
Stargate = -
ServiceNow = company:servicenow
Workday = company:workday
Twilio = company:twilio
Box = -
Dropbox = company:dropbox
Figma = company:figma
Canva = company:canva
Notion = company:notion
Shopify = company:shopify
Rekor = company:rekor
Axon = company:axon
Motorola Solutions = company:motorola-solutions
NEC Corporation = company:nec
Rank One Computing = company:rank-one-computing
DataWorks Plus = company:dataworks-plus
Idemia = company:idemia
Cellebrite = company:cellebrite
ElevenLabs = company:elevenlabs
Suno = company:suno
Udio = company:udio
Getty Images = company:getty-images
Shutterstock = company:shutterstock
Warner Bros.; Warner Bros = company:warner-bros
Universal Music Group; UMG = company:umg
Stability AI = company:stability-ai
Manus; Butterfly Effect = company:manus
Unitree; Unitree Robotics = company:unitree
Pony.ai = company:pony-ai
WeRide = company:weride
Vantage Data Centers = company:vantage-data-centers
Equinix = company:equinix
Digital Realty = company:digital-realty
Arista = company:arista
Zhaoxin = company:zhaoxin
Brooks Automation = company:brooks-automation
Teradyne = company:teradyne
Advantest = company:advantest
Zeiss; Carl Zeiss = company:zeiss
Western Digital = company:western-digital
Kioxia = company:kioxia
STMicroelectronics = company:stmicroelectronics
NXP; NXP Semiconductors = company:nxp
Texas Instruments = company:texas-instruments
Analog Devices = company:analog-devices
Nanya = company:nanya
UMC; United Microelectronics Corporation = company:umc
ASE = -
Quanta = company:quanta
Wistron = company:wistron
Megaspeed = company:megaspeed
ASE Technology = company:ase-technology
Didi; Didi Chuxing = company:didi
Pinduoduo = company:pinduoduo
Temu = company:temu
Shein = company:shein
Weibo = company:weibo
BYD = company:byd
CATL = company:catl
NIO = company:nio
Reliance; Reliance Industries = company:reliance
Tata Consultancy Services; TCS = company:tcs
Infosys = company:infosys
Wipro = company:wipro
Rumble = company:rumble
Mozilla = company:mozilla
Wikimedia Foundation = -
Sierra = -
Cursor = -
"""

PLATFORMS = frozenset(
    f"company:{name}"
    for name in (
        "facebook", "instagram", "linkedin", "pinterest", "reddit", "snap", "tiktok", "twitter", "whatsapp", "youtube",
    )
)
"""Firms whose name mostly stands for the place where something was posted."""

NOT_COMPANIES = frozenset(
    """Reuters;Bloomberg;Bloomberg News;Associated Press;AP;AFP;Agence France-Presse;New York Times;
    The New York Times;Washington Post;The Washington Post;Wall Street Journal;The Wall Street Journal;
    WSJ;NYT;Financial Times;FT;The Economist;The Guardian;Guardian;BBC;BBC News;CNN;CNBC;NBC;NBC News;
    ABC News;CBS News;CBS;Fox News;MSNBC;NPR;PBS;Politico;Axios;The Verge;Verge;Wired;WIRED;TechCrunch;
    Engadget;VentureBeat;Ars Technica;The Information;The Register;The Intercept;The Atlantic;
    Vox;Semafor;Nikkei;Nikkei Asia;South China Morning Post;SCMP;Xinhua;Global Times;CCTV;
    People's Daily;Caixin;Der Spiegel;Le Monde;The Telegraph;The Times;Sky News;Daily Mail;
    Los Angeles Times;USA Today;Forbes;Fortune;Time;TIME;Newsweek;The Hill;ProPublica;Gizmodo;
    Mashable;ZDNet;CNET;MIT Technology Review;Technology Review;Nature;Science;404 Media;The Next Web;TNW;
    Euractiv;EURACTIV;Rest of World;Business Insider;Insider;BuzzFeed;BuzzFeed News;Vice;Motherboard;
    Quartz;Slate;The Conversation;PR Newswire;Business Wire;GlobeNewswire;Getty;
    American Civil Liberties Union;ACLU;Electronic Frontier Foundation;EFF;Amnesty International;
    Human Rights Watch;Access Now;Algorithmic Justice League;Fight for the Future;Public Citizen;
    Center for AI and Digital Policy;CAIDP;Center for AI Safety;Future of Life Institute;FLI;
    Center for Democracy and Technology;Brookings;Brookings Institution;Carnegie Endowment;
    Center for Strategic and International Studies;CSIS;Center for a New American Security;CNAS;RUSI;
    Chatham House;Heritage Foundation;Cato Institute;Atlantic Council;Council on Foreign Relations;
    AI Now Institute;AI Now;Ada Lovelace Institute;Alan Turing Institute;Partnership on AI;Data & Society;
    Stanford;MIT;Harvard;Oxford;Cambridge;Berkeley;Yale;Princeton;Caltech;Tsinghua;Peking;Georgetown;
    Carnegie Mellon;Stanford HAI;SAG-AFTRA;Writers Guild of America;AFL-CIO;Teamsters;Authors Guild;
    Recording Industry Association of America;RIAA;Motion Picture Association;MPA;Chamber of Progress;
    Semiconductor Industry Association;SIA;SEMI;Information Technology Industry Council;
    NetChoice;TechNet;BSA;Business Software Alliance;Chamber of Commerce;IEEE;ACM;Mozilla Foundation;
    Linux Foundation;Creative Commons;Internet Archive;Wikipedia;World Economic Forum;WEF;Davos;
    Noyb;noyb;EDRi;European Digital Rights;Big Brother Watch;Liberty;BEUC;Statewatch;
    Common Sense Media;Encode;Encode Justice;Secure AI Project;ControlAI;PauseAI;Gartner;IDC;Forrester;
    Counterpoint;TrendForce;SemiAnalysis;Morningstar;Rhodium Group;Eurasia Group;AlgorithmWatch;
    Nasdaq;NYSE;New York Stock Exchange;Dow Jones;New York City;Kansas City;Oklahoma City;Salt Lake City;Windows;Android;iOS;Linux;Pixel;iPhone;Alexa;Siri;
    Chrome;Bing;Teams;Office;Photoshop;Rekognition;Amazon Rekognition;Kubernetes;CUDA;PyTorch""".replace(
        "\n    ", ""
    ).split(";")
)
"""News outlets, universities, think tanks, associations and products: a match of theirs hides the span."""
