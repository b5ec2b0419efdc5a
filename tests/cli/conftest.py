"""A `kg` to call, and a store with a small document in it."""

from pathlib import Path

import pytest

from tests.cli.kg import Kg

NEWS = (
    "Chip rule\n\nThe Bureau of Industry and Security (BIS) proposed a rule in May. The rule would "
    "prohibit cloud providers from offering cloud computing services to Huawei.\n"
)


@pytest.fixture
def kg(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Kg:
    return Kg(capsysbinary, monkeypatch)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "chip-news.txt"
    path.write_text(NEWS, "utf-8")
    return path


@pytest.fixture
def url(tmp_path: Path) -> str:
    """A store that is not there yet."""
    return f"grafeo:///{tmp_path}/store/kg.grafeo"
