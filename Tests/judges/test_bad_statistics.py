"""Nothing to divide by, nothing to compare, weights that are none: a clear error or a stated «undefined», never NaN in an output."""

import re
import zipfile

import pytest

FILES = {
    "missing.csv": "q,g,x,t\n,a,,2024-01\n,a,,2024-02\n",
    "empty.csv": "q,g,x,t\n",
    "zero.csv": "q,w\nyes,0\nno,0\n",
    "negative.csv": "q,w\nyes,-1\nno,2\n",
    "unsorted.csv": "t,v\n2024-03,3\n2024-01,1\n2024-02,2\n2024-01,5\n",
    "constant.csv": "t,v\n2019,0\n2020,0\n2021,0\n2022,0\n2023,0\n",
    "around-zero.csv": "t,v,d\n2019,0,5\n2020,3,0\n2021,0,-1\n2022,-5,0\n2023,4,2\n",
    "answers.csv": "q,g,h\nyes,a,x\nno,b,y\nyes,a,x\n",
    "people.csv": "g,n\na,100\nb,0\n",
    "nobody.csv": "g,n\na,0\nb,0\n",
    "below.csv": "g,n\na,-5\nb,3\n",
    "gone.csv": "g,n\na,100\nb,50\nc,20\n",
    "unequal.csv": "h,n\nx,50\ny,51\n",
    # Only (a, x) and (b, y) answered, so g and h cannot have different margins.
    "stuck.csv": "g,h,n\na,x,10\na,y,20\nb,x,30\nb,y,0\n",
    "ages.csv": "g,h,n\na,x,0\nb,y,10\na,y,5\nb,x,5\n",
    "standard.csv": "h,n\nx,10\ny,20\n",
    "no-standard.csv": "h,n\nx,0\ny,0\n",
    "unranked.csv": "番号,ランク\n1,\n2,\n",
    "ranked.csv": "番号,ランク\n1,3\n2,1\n",
    "twice.csv": "番号,ランク\n1,3\n1,1\n",
}
# The command, its exit code, and what of its findings or its table must be there (Japanese, English): None where nothing need be said.
NOTHING = ("算出不能", "n/a")
ARGUMENTS = [
    ("survey missing.csv --question q --interval", 0, ("無回答", "No answer")),
    ("survey missing.csv --question q --no-answer out --interval", 0, NOTHING),
    ("survey missing.csv --question q --weight x --interval", 0, NOTHING),
    ("survey missing.csv --question q --cross g", 0, ("検定なし", "No test")),
    ("survey empty.csv --question q --interval", 0, ("該当する行なし", "no rows")),
    ("survey empty.csv --question q --weight-to g --margins people.csv:n", 65, "survey.no-respondents"),
    ("survey zero.csv --question q --weight w --interval", 0, NOTHING),
    ("survey zero.csv --question q --count w --cross q --interval", 0, NOTHING),
    ("survey negative.csv --question q --weight w", 65, "survey.negative-weight"),
    ("survey negative.csv --question q --count w --interval", 0, ("負の値あり", "negative")),
    ("survey answers.csv --question q --interval --population 3", 0, ("全数のため区間なし", "no interval")),
    ("survey answers.csv --question q --interval --population 2", 64, "statistics.sample-above-population"),
    ("survey answers.csv --question q --weight-to g --margins gone.csv:n", 65, "survey.category-without-answers"),
    ("survey answers.csv --question q --weight-to g --margins nobody.csv:n", 65, "survey.margins-zero"),
    ("survey answers.csv --question q --weight-to g --margins below.csv:n", 65, "survey.margin-value"),
    ("survey answers.csv --question q --weight-to g,h --margins people.csv:n --margins unequal.csv:n", 65, "survey.margins-disagree"),
    ("survey answers.csv --question q --weight-to g,h --margins stuck.csv:n", 65, "statistics.not-converged"),
    ("shares empty.csv --over q --interval", 0, ("該当する行なし", "no rows")),
    ("shares zero.csv --of w --over q --interval", 0, NOTHING),
    ("shares zero.csv --of w --over q --sum-to-100", 0, NOTHING),
    ("shares negative.csv --of w --over q --interval", 0, ("負の値あり", "negative")),
    ("shares negative.csv --of w --over q --round-base 3", 65, "rounding.not-whole"),
    ("shares zero.csv --of w --over q --round-base 3", 0, NOTHING),
    ("trend unsorted.csv --time t --grain month --measure sum(v) --test", 0, ("短すぎ", "too short")),
    ("trend missing.csv --time t --grain month --measure sum(x) --test --compare previous,index,moving", 0, ("短すぎ", "too short")),
    ("trend constant.csv --time t --grain calendar-year --measure sum(v) --test --compare mean-growth", 0, ("変化なし", "no change")),
    ("trend around-zero.csv --time t --grain calendar-year --measure sum(v) --test --compare mean-growth,index,previous", 0, NOTHING),
    ("trend around-zero.csv --time t --grain calendar-year --measure share:sum(v)/sum(d) --test --compare index,previous", 0, NOTHING),
    ("trend empty.csv --time t --grain month --measure sum(x) --test", 65, "trend.no-periods"),
    ("aggregate answers.csv --by g --count --per people.csv:n", 0, ("人口が0", "no people")),
    ("aggregate answers.csv --by g --count --per below.csv:n", 0, ("負の値がある", "negative")),
    ("aggregate answers.csv --by g,h --count --per people.csv:n", 64, "people.csv"),
    ("aggregate answers.csv --by g --count --per ages.csv:n --standard standard.csv:n --standard-over h", 0, ("「x」の人口が0", 'no people of "x"')),
    ("aggregate answers.csv --by g --count --per ages.csv:n --standard no-standard.csv:n --standard-over h", 0, ("基準人口の合計が0", "adds up to 0")),
    ("aggregate missing.csv --by g --mean x --median x --quantile 0.9:x", 0, ("空欄", "blank")),
    ("aggregate empty.csv --mean x --median x --quantile 0.9:x", 0, NOTHING),
    ("aggregate zero.csv --median w --median-weight w", 0, ("合計が0", "add up to 0")),
    ("ranks unranked.csv", 0, ("ランクなし", "No rank")),
    ("ranks ranked.csv --previous unranked.csv --key 番号", 0, ("ランクのあるものがない", "nothing has a rank")),
    ("ranks ranked.csv --previous twice.csv --key 番号", 65, "ranks.duplicate-key"),
]
NO_NUMBER = re.compile(r"(?<![A-Za-z])(nan|-?inf(inity)?)(?![A-Za-z])", re.IGNORECASE)


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("words, expected, says", ARGUMENTS, ids=[words for words, _, _ in ARGUMENTS])
def test_never_nan(shihyo, tmp_path, words, expected, says, lang):
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, "utf-8")
    told = [says] if isinstance(says, str) else [says[lang == "en"]]
    for form in ("text", "csv", "json", "markdown", "html"):
        code, output, error = shihyo(*words.split(), "-f", form, "--lang", lang, cwd=tmp_path)
        assert code == expected, error
        assert not NO_NUMBER.search(output.decode("utf-8") + error), form
        if form == "text" or expected:
            assert all(word in output.decode("utf-8") + error for word in told), output.decode("utf-8") + error
    if expected == 0:
        code, _, error = shihyo(*words.split(), "-o", "a.xlsx", "--lang", lang, cwd=tmp_path)
        assert code == 0, error
        with zipfile.ZipFile(tmp_path / "a.xlsx") as book:
            for name in book.namelist():
                text = book.read(name).decode("utf-8")
                assert not NO_NUMBER.search(text) and "<v>#" not in text, name
