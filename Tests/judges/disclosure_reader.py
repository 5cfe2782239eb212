"""The reader who must not find out: knows every number that is shown, all totals that are not said to be hidden, and that counts
are whole and not below 0. An independent solver (scipy's milp) says what follows for each hidden count."""

import itertools

import numpy
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_matrix

THRESHOLD = 5


class Axis:
    """Labels of one key, with totals over some of them by name; None is the total over all."""

    def __init__(self, labels, totals=None):
        self.labels = list(labels)
        self.totals = {name: set(parts) for name, parts in (totals or {}).items()}

    @property
    def places(self):
        return [*self.labels, *self.totals, None]

    def parts(self, place):
        return self.totals.get(place, self.labels) if place not in self.labels else [place]


def totals(counts, axes):
    """The true count of every place."""
    return {
        place: sum(counts.get(cell, 0) for cell in itertools.product(*[a.parts(p) for a, p in zip(axes, place)]))
        for place in itertools.product(*[axis.places for axis in axes])
    }


def ranges(counts, axes, hidden, of=None):
    """Least and largest possible value of each hidden place in `of`, with its true count."""
    true = totals(counts, axes)
    number = {place: i for i, place in enumerate(true)}
    rows, columns, values = [], [], []
    equations = 0
    for axis, key in zip(axes, range(len(axes))):
        for place in true:
            if place[key] in axis.labels:
                continue
            for part in axis.parts(place[key]):
                rows.append(equations)
                columns.append(number[place[:key] + (part,) + place[key + 1 :]])
                values.append(1)
            rows.append(equations)
            columns.append(number[place])
            values.append(-1)
            equations += 1
    lower = numpy.array([0 if place in hidden else count for place, count in true.items()], float)
    upper = numpy.array([1e5 if place in hidden else count for place, count in true.items()], float)
    constraint = LinearConstraint(csr_matrix((values, (rows, columns)), (equations, len(true))), 0, 0)
    found = {}
    for place in hidden if of is None else of:
        ends = []
        for sign in (1, -1):
            cost = numpy.zeros(len(true))
            cost[number[place]] = sign
            answer = milp(cost, constraints=constraint, bounds=Bounds(lower, upper), integrality=numpy.ones(len(true)))
            assert answer.success
            ends.append(round(sign * answer.fun))
        found[place] = (ends[0], ends[1], true[place])
    return found


def check_hidden(counts, axes, hidden, context):
    """Every small count is hidden, no zero is, and no small count lies in a range narrower than the threshold."""
    true = totals(counts, axes)
    for place, count in true.items():
        assert not 0 < count < THRESHOLD or place in hidden, f"{context}: {place} shows {count}"
        assert count > 0 or place not in hidden, f"{context}: {place} hides 0"
    small = [place for place in hidden if 0 < true[place] < THRESHOLD]
    for place, (least, most, count) in ranges(counts, axes, hidden, small).items():
        assert least <= count <= most
        assert most - least >= THRESHOLD, f"{context}: {place}, {count}, lies in {least}…{most}"
