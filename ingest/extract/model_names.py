"""Names of AI models: families with their versions, and unknown ones by their shape."""

import re
from collections.abc import Iterator

from ingest.extract.candidates import Candidate

# Names of models that stand alone; a version may follow.
_STRONG = """ChatGPT ChatGLM Claude DeepSeek(?=[-\\s]?(?:V\\d|R\\d|v\\d|r\\d|Coder|Chat|LLM|Math|Prover|VL|OCR))
    Llama LLaMA LLAMA Gemma Qwen QwQ Grok Mixtral Magistral Devstral Codestral Ministral Pixtral Voxtral
    Doubao Ernie(?=[\\s-]Bot) ERNIE Hunyuan Pangu PanGu GigaChat YandexGPT HyperCLOVA EXAONE Exaone OLMo
    Olmo Nemotron BLOOM(?=Z?\\b) BLOOMZ DALL[-·•\\s]?E Midjourney InternLM InternVL SenseNova SenseChat
    Jamba AlphaFold AlphaGo AlphaZero AlphaCode AlphaStar Baichuan(?=[-\\s]?\\d) Kimi Bard SeaLLM StarCoder
    Stable\\sDiffusion Stable\\sLM StableLM Nano\\sBanana LaMDA PaLM Vicuna Alpaca(?=[-\\s]\\d) Falcon(?=[-\\s]?\\d)
    Seedance Seedream SparkDesk Muse\\sSpark ChatGPT\\sEdu ChatGPT\\sEnterprise FLUX(?=\\.\\d) BERT RoBERTa AlphaEvolve
    Codex WuDao Xiaoice MiMo KAT-Coder Apertus Palmyra GraphCast GenCast Tülu Jais ALLaM SmolLM Zephyr(?=[-\\s]\\d)
    Pi(?=\\sAI\\b) Meta\\sAI(?=\\s(?:assistant|chatbot|app)) Microsoft\\sCopilot GitHub\\sCopilot Gato Gopher(?=\\b)
    Chinchilla OpenAI\\sFive MAI-\\d MAI-DS HunyuanVideo Cicero(?=\\smodel) SDXL Whisper(?=[\\s-](?:v|large|Large)) Sora
    Galactica Amazon\\sNova Amazon\\sTitan Mistral\\s(?:Large|Medium|Small|Nemo) Moshi Le\\sChat gpt-oss GPT-oss GPT-OSS
    Tongyi\\sQianwen Wenxin\\sYiyan Xinghuo Copilot MedGPT BloombergGPT BioGPT FinGPT GPT-J GPT-Neo(?:X)? GPT4All Zamba Kosmos"""
# Ordinary words that are models only with a version or next to a maker's or a model's word.
_WEAK = """Gemini Phi Yi Nova Titan Command Solar Mercury Sonar Falcon Step Granite Hermes Spark Aya Veo Imagen Wan
    Motif Reka Luminous Kling Flux GLM Llama MiniMax Mistral Seed Ling Ring Sky Orca Gopher Mythos Fable Opus
    Sonnet Haiku Tulu Dolly Persimmon Fuyu Atlas Operator LongCat Runway Bing\\sChat Skywork StepFun"""
_NUMBER = r"[vVrRkKmMxX]?\d{1,4}(?:\.\d{1,2}){0,2}(?:\.x)?(?:o|[a-z]{1,2}\d?)?(?:[xX]\d+[BM])?"
_SIZE = r"\d+(?:\.\d+)?[BMTbt]\b"
_WORD = (
    r"(?:Opus|Sonnet|Haiku|Fable|Mythos|Instant|Pro|Flash|Ultra|Nano|Mini|mini|Max|Plus|Turbo|Lite|"
    r"Large|Medium|Small|Thinking|Instruct|Preview|preview|Vision|Exp|Codex|Coder|Code|Reasoning|Omni|"
    r"Bot|Scout|Maverick|Behemoth|Terminus|Speciale|Guard|Next|Heavy|Fast|Imagine|Distill|Base|Chat|"
    r"Nemo|Premier|Micro|Advanced|Experimental|Deep\sResearch|Deep\sThink|nano|high|VL|XL|"
    r"Turbo|Voice|Image|Audio|Air|Zero|Prover|Math|LLM|OCR|X|Bot|Enterprise|Health|Gov|Edu|Search|Atlas)\b"
)
_GAP = r"[-\u2010-\u2013 \u00a0]"
_VERSION = rf"(?:{_GAP}?{_NUMBER}(?![\w%])(?!\s?(?:percent|million|billion|years?|people)\b))"
_TAIL = rf"(?:{_GAP}?(?:{_SIZE}|{_NUMBER}(?![\w%])(?!,\d{{3}}|\.\d))|{_GAP}{_WORD})"
_SPLIT_VERSION = r"(?:\.\s\d(?![\d\w%])(?=[\s.,;:\u2019')]))?"


def _any(words: str) -> str:
    return "|".join(sorted((w for w in words.split()), key=lambda w: (-len(w), w)))


_KNOWN = re.compile(rf"(?<![\w.@/-])(?:{_any(_STRONG)})(?!\w*@)(?:{_TAIL})*(?![\w])")
_GPT = re.compile(
    rf"(?<![\w@/])(?:Open)?GPT(?:{_GAP}?\d{{1,2}}(?:\.\d{{1,2}})?(?:{_SPLIT_VERSION})(?:o|v)?(?![\d\w]))"
    rf"(?:{_TAIL})*|(?<![\w@/])GPTs?\b(?={_GAP}?(?:model|series|family))"
)
_VERSIONED = re.compile(rf"(?<![\w.@/-])(?:{_any(_WEAK)})(?:{_VERSION}|{_GAP}{_WORD})(?:{_TAIL})*(?!\w)")
_O_SERIES = re.compile(r"(?<![\w.@/-])o[134](?:-(?:mini|pro|preview|high))*(?:\s(?:mini|pro))?(?![\w-])")
_SHAPED = re.compile(
    r"(?<![\w.@/-])[A-Z][\w.]*(?:-[A-Za-z0-9.]+)*-(?:\d+x)?\d{1,4}(?:\.\d+)?[BM]"
    r"(?:-(?:Instruct|Chat|Base|Preview|it|Thinking))*(?![\w])"
)
_BARE = re.compile(rf"(?<![\w.@/-])(?:{_any(_WEAK)})(?!\w)")
_MODEL_NOUN = (
    r"(?:(?:large\s|small\s|open\s)?(?:language|foundation|frontier|reasoning|multimodal|generative|base|"
    r"vision|video|image|AI|A\.I\.|LLM|open-source|open-weight|open-weights)[\s-]){0,4}"
    r"(?:models?|chatbots?|LLMs?|AI\sassistants?|AI\stools?|assistants?)"
)
_NAME = r"(?P<name>[A-Z][\w]*(?:[-\s.]?(?:[A-Z][\w]*|\d+(?:\.\d+)*[A-Za-z]?|[RVMK]\d[\w.]*)){0,3})"
_CALLED = re.compile(
    rf"\b{_MODEL_NOUN}\s*,?\s+(?:called|named|dubbed|known\sas|codenamed)\s+[\"\u201c\u2018']?{_NAME}"
)
_APPOSED = re.compile(
    rf"(?<![\w.-]){_NAME},\s(?:a|an|its|the\scompany\u2019s|the\scompany's|their|the)\s(?:[\w-]+\s){{0,5}}?{_MODEL_NOUN}\b"
)
_LEADING = re.compile(
    rf"\b(?:chatbots?|AI\sassistant|language\smodel|reasoning\smodel|AI\smodel|foundation\smodel)"
    rf"\s(?P<name>[A-Z][\w]*(?:[-\s]?(?:\d+(?:\.\d+)*|[RVMK]\d[\w.]*)){{0,2}})"
)
_SUPPORT = re.compile(
    r"\b(?:models?|chatbots?|LLMs?|assistants?|Google|DeepMind|OpenAI|Anthropic|Microsoft|Alibaba|Cohere|"
    r"Upstage|version|weights|AI\stool|generat\w+)\b"
)
_NOT_NAMES = frozenset("The A An This These It Its AI LLM Large Chinese American European In".split())


def models(text: str) -> Iterator[Candidate]:
    """Candidates for AI models, strongest evidence first; they may overlap."""
    for pattern, rule in ((_GPT, "gpt"), (_KNOWN, "family"), (_VERSIONED, "version"), (_SHAPED, "size")):
        for match in pattern.finditer(text):
            yield Candidate(*match.span(), "AIModel", f"model.{rule}", 3)
    for match in _O_SERIES.finditer(text):
        yield Candidate(*match.span(), "AIModel", "model.o-series", 3)
    yield from _bare(text)
    for pattern, rule in ((_CALLED, "called"), (_APPOSED, "apposition"), (_LEADING, "leading")):
        for match in pattern.finditer(text):
            if match["name"].split()[0] not in _NOT_NAMES:
                yield Candidate(*match.span("name"), "AIModel", f"model.{rule}", 1)


def _bare(text: str) -> Iterator[Candidate]:
    """Ordinary words that a model's word or a maker near by supports."""
    families = {re.split(_GAP, m[0])[0] for m in _VERSIONED.finditer(text)}
    for match in _BARE.finditer(text):
        if match[0] not in {"Gemini", "Imagen", "Veo", "GLM", "Opus", "Sonnet", "Haiku", "Kling", "Phi"}:
            continue
        if match[0] in families:
            yield Candidate(*match.span(), "AIModel", "model.family", 2)
            continue
        around = text[max(0, match.start() - 60) : match.end() + 60]
        if _SUPPORT.search(around):
            yield Candidate(*match.span(), "AIModel", "model.supported", 2)
