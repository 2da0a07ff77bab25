# SPDX-License-Identifier: GPL-3.0-or-later
"""What the figures of bench/run are made of."""

import os

CHECKOUT = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
BUILD = os.path.join(CHECKOUT, "build", "bench")


def figure(name, value, unit, bound, aim=None, met=None):
    ratio = round(value / bound, 2) if bound else None
    return {"name": name, "value": round(value, 2), "unit": unit, "bound": bound and round(bound, 2), "ratio": ratio,
            "aim": aim, "met": met}


def percentile(values, percent):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(percent / 100 * (len(ordered) - 1)))]
