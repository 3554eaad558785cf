"""Small work is done in its order, and one piece that fails does not take the others with it."""

from threading import Event, current_thread

from tuireader.engine.keeper import ThreadKeeper

PATIENCE = 60


def test_work_is_done_in_its_order_and_elsewhere() -> None:
    keeper, done, all_done = ThreadKeeper(), list[str](), Event()
    keeper.do(lambda: done.append(current_thread().name))
    keeper.do(lambda: done.append("second"))
    keeper.do(all_done.set)
    assert all_done.wait(PATIENCE)
    assert done == ["keeper", "second"]


def fail() -> None:
    raise ValueError


def test_what_fails_does_not_keep_others_from_being_done() -> None:
    keeper, all_done = ThreadKeeper(), Event()
    keeper.do(fail)
    keeper.do(all_done.set)
    assert all_done.wait(PATIENCE)
