"""Nothing to divide by, nothing to compare, weights that are none: a clear error or a stated «undefined», never NaN in an output."""

import re

import pytest

FILES = {
    "missing.csv": "q,g,x,t\n,a,,2024-01\n,a,,2024-02\n",
    "zero.csv": "q,w\nyes,0\nno,0\n",
    "negative.csv": "q,w\nyes,-1\nno,2\n",
    "unsorted.csv": "t,v\n2024-03,3\n2024-01,1\n2024-02,2\n2024-01,5\n",
    "constant.csv": "t,v\n2019,0\n2020,0\n2021,0\n2022,0\n2023,0\n",
    "answers.csv": "q,g,h\nyes,a,x\nno,b,y\nyes,a,x\n",
    "people.csv": "g,n\na,100\nb,0\n",
    "gone.csv": "g,n\na,100\nb,50\nc,20\n",
    "unequal.csv": "h,n\nx,50\ny,51\n",
}
ARGUMENTS = [
    # (words, exit code, what the finding is called or None)
    ("survey missing.csv --question q --interval", 0, None),
    ("survey missing.csv --question q --no-answer out --interval", 0, None),
    ("survey missing.csv --question q --weight x --interval", 0, None),
    ("survey missing.csv --question q --cross g", 0, None),
    ("survey zero.csv --question q --weight w --interval", 0, None),
    ("survey zero.csv --question q --count w --cross q --interval", 0, None),
    ("survey negative.csv --question q --weight w", 65, "survey.negative-weight"),
    ("shares zero.csv --of w --over q --interval", 0, None),
    ("shares negative.csv --of w --over q --interval", 0, None),
    ("trend unsorted.csv --time t --grain month --measure sum(v) --test", 0, None),
    ("trend missing.csv --time t --grain month --measure sum(x) --test --compare previous,index,moving", 0, None),
    ("trend constant.csv --time t --grain calendar-year --measure sum(v) --test --compare mean-growth", 0, None),
    ("aggregate answers.csv --by g --count --per people.csv:n", 0, None),
    ("aggregate missing.csv --by g --mean x --median x --quantile 0.9:x", 0, None),
    ("survey answers.csv --question q --weight-to g --margins gone.csv:n", 65, "survey.category-without-answers"),
    ("survey answers.csv --question q --weight-to g,h --margins gone.csv:n --margins unequal.csv:n", 65, "survey."),
]


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("words, expected, finding", ARGUMENTS)
def test_never_nan(shihyo, tmp_path, words, expected, finding, lang):
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, "utf-8")
    for form in ("text", "csv", "json", "markdown", "html"):
        code, output, error = shihyo(*words.split(), "-f", form, "--lang", lang, cwd=tmp_path)
        assert code == expected, error
        assert finding is None or finding in error
        numbers = output.decode("utf-8") + error
        assert not re.search(r"(?<![A-Za-z])(nan|-?inf(inity)?)(?![A-Za-z])", numbers, re.IGNORECASE), form
