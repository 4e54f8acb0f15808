"""`yichuang catalogue`: what the keeper of the catalogue sees."""

import pytest
from click.testing import CliRunner, Result

from desktop.catalogue_files.excel_write import write_excel
from desktop.catalogue_files.json_file import write_json
from desktop.catalogue_files.reader import read_catalogue
from desktop.catalogue_files.sample import load_sample
from desktop.commands import catalogue as command


def run(*arguments: object) -> Result:
    return CliRunner().invoke(command.catalogue, [str(argument) for argument in arguments])


def test_the_template_passes_the_check_as_it_is(tmp_path):
    made = run("template", tmp_path / "目录.xlsx")
    checked = run("check", tmp_path / "目录.xlsx")

    assert (made.exit_code, checked.exit_code) == (0, 0)
    assert "1 个事项" in checked.output


def test_the_template_shows_one_of_each_kind_of_entry(tmp_path):
    run("template", tmp_path / "目录.xlsx")

    (item,) = read_catalogue(tmp_path / "目录.xlsx").catalogue.items
    effects = {(bool(o.not_required), bool(o.other_authority)) for q in item.questions for o in q.options}
    assert effects == {(False, False), (True, False), (False, True)}
    assert all((item.materials, item.steps, item.special_procedures, item.faq, item.aliases))


def test_a_template_does_not_write_over_a_file_unless_told(tmp_path):
    (tmp_path / "目录.xlsx").write_bytes(b"mine")

    refused = run("template", tmp_path / "目录.xlsx")
    kept = (tmp_path / "目录.xlsx").read_bytes()
    forced = run("template", "--force", tmp_path / "目录.xlsx")

    assert (refused.exit_code, kept, forced.exit_code) == (1, b"mine", 0)


def test_a_template_is_an_xlsx(tmp_path):
    assert run("template", tmp_path / "目录.csv").exit_code == 2


@pytest.mark.parametrize("write", [write_excel, write_json])
def test_a_sound_file_gives_its_counts_and_exit_code_0(tmp_path, write):
    (tmp_path / "目录").write_bytes(write(load_sample()))

    checked = run("check", tmp_path / "目录")

    assert checked.exit_code == 0
    assert "版本 2026.11.01" in checked.output
    assert "61 个事项" in checked.output
    assert "示例" in checked.output


def test_every_fault_is_a_line_and_exit_code_1(tmp_path):
    broken = write_json(load_sample()).replace(b'"2026.11.01"', b'"1"').replace(b'"451002"', b'"45"')
    (tmp_path / "a.json").write_bytes(broken)

    checked = run("check", tmp_path / "a.json")

    assert checked.exit_code == 1
    assert [line.split()[:2] for line in checked.stdout.splitlines()] == [["1", "version"], ["2", "division"]]
    assert "a.json：2 处错误，没有导入任何内容。" in checked.stderr


def test_a_missing_file_is_told_in_a_line(tmp_path):
    checked = run("check", tmp_path / "none.xlsx")

    assert checked.exit_code == 1
    assert "找不到文件" in checked.stdout


def test_after_500_faults_the_rest_is_counted(tmp_path):
    items = b",".join(b'{"code": ""}' for _ in range(200))
    (tmp_path / "a.json").write_bytes(b'{"items": [' + items + b"]}")

    checked = run("check", tmp_path / "a.json")

    assert len(checked.stdout.splitlines()) == 501
    assert "…… 还有" in checked.stdout
