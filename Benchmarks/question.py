"""What a question is: every peer translates the same declaration into its own words, so all answer the same thing."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Key:
    """A group key. form: text, month (`2025-04` of a date), bracket (`Y0T29`, `Y30T59`, `Y_GE60` of an age in years)."""

    column: str
    form: str = "text"


# Lower bounds of the brackets and their codes, as `--by 年齢` under "0-29,30-59,60+" prints them.
BRACKETS = [(0, "Y0T29"), (30, "Y30T59"), (60, "Y_GE60")]


@dataclass(frozen=True)
class Question:
    title: str
    kind: str  # of generate.c
    rows: int
    keys: list[Key]
    sums: list[str]
    where: tuple[str, int] | None = None  # column = number
    standard_input: bool = False
    threads: int = 2
    # Peers that are known not to be able to do this, with the reason.
    left_out: dict[str, str] = field(default_factory=dict)

    @property
    def columns(self) -> list[str]:
        """Every column that is touched, once."""
        names = [key.column for key in self.keys] + self.sums
        if self.where:
            names.append(self.where[0])
        return list(dict.fromkeys(names))
