"""Ten windows at once over a real Apache into a real PostgreSQL; the bench has a hundred."""

from pathlib import Path

import pytest

from tests.servers import postgres
from tests.servers.apache import apache_is_missing
from tests.sync.proof.halls import check_everything_is_at_the_city, check_windows_agree
from tests.sync.proof.many_windows import crowd


@pytest.mark.skipif(bool(apache_is_missing()), reason=apache_is_missing() or "Apache is here")
@pytest.mark.skipif(postgres.programs() is None, reason="no PostgreSQL on this machine")
def test_ten_windows_at_once_lose_nothing(tmp_path: Path):
    with postgres.running() as address, crowd(tmp_path, 10, address=address) as at:
        at.work(rounds=1, cases=2)
        at.finish()

        check_everything_is_at_the_city(at.world)
        at.finish()
        check_windows_agree(at.world)
