"""A document, and what a good model says of it."""

from typing import Any

TEXT = (
    "Signals ministry bars Larkspur\n\n"
    "The Ministry of Signals (MoS) has barred cloud providers\nfrom renting computing power to "
    "Larkspur Systems. Larkspur Systems makes the model Finch-2, the MoS said.\n"
)
BAN = "The Ministry of Signals (MoS) has barred cloud providers from renting computing power to "
ANSWER: dict[str, Any] = {
    "entities": [
        {
            "id": "firm",
            "type": "Company",
            "name": "Larkspur Systems",
            "other_names": ["Larkspur"],
        },
        {"id": "mos", "type": "Agency", "name": "Ministry of Signals", "other_names": ["MoS"]},
        {"id": "finch", "type": "AIModel", "name": "Finch-2", "other_names": []},
    ],
    "restrictions": [
        {
            "type": "cloud_access",
            "modality": "prohibition",
            "status": "in_force",
            "evidence": BAN + "Larkspur Systems.",
            "imposers": [{"entity": "mos", "text": None}],
            "bearers": [{"entity": None, "text": "cloud providers"}],
            "restricted": [{"entity": "firm", "text": None}],
            "assets": [{"entity": None, "text": "computing power"}],
        }
    ],
    "relations": [
        {
            "type": "developed_by",
            "subject": "finch",
            "object": "firm",
            "status": "reported",
            "evidence": "Larkspur Systems makes the model Finch-2, the MoS said.",
        }
    ],
}
