"""json.json: texts that are JSON (RFC 8259) and texts that are not, or that mean different things to two readers."""

import json

import json_accepted
import json_refused
import strict_json

# Texts that are accepted or not by the limits that the caller sets.
LIMITED = [
    ("size/3 octets of 3", b"[1]", {"maximumByteCount": 3}, None),
    ("size/4 octets of 3", b"[1] ", {"maximumByteCount": 3}, "tooLarge"),
    ("size/4 octets of 3, no JSON", b"[1]]", {"maximumByteCount": 3}, "tooLarge"),
    ("size/nothing of 0", b"", {"maximumByteCount": 0}, "unexpectedEnd"),
    ("size/byte order mark, too long", b"\xef\xbb\xbf1", {"maximumByteCount": 3}, "tooLarge"),
    ("depth/scalar at depth 0", b"1", {"maximumDepth": 0}, None),
    ("depth/array at depth 0", b"[]", {"maximumDepth": 0}, "tooDeep"),
    ("depth/object at depth 1", b'{"a":1}', {"maximumDepth": 1}, None),
    ("depth/array in an object at depth 1", b'{"a":[]}', {"maximumDepth": 1}, "tooDeep"),
    ("depth/256 arrays of 256", b"[" * 256 + b"]" * 256, {"maximumDepth": 256}, None),
    ("depth/257 arrays of 256", b"[" * 257 + b"]" * 257, {"maximumDepth": 256}, "tooDeep"),
    ("count/4 values of 4", b'{"a":[1,2]}', {"maximumValueCount": 4}, None),
    ("count/5 values of 4", b'{"a":[1,2,3]}', {"maximumValueCount": 4}, "tooManyValues"),
    ("count/empty arrays count", b"[[],[],[]]", {"maximumValueCount": 3}, "tooManyValues"),
    ("count/names do not count", b'{"a":{"b":{}}}', {"maximumValueCount": 3}, None),
]
LIMIT_RULE = "RFC 8259 section 9: a reader may limit size, depth and number of values"


def python_accepts(text):
    try:
        json.loads(text)
        return True
    except (ValueError, RecursionError):
        return False


class JSONCases:
    def __init__(self):
        self.cases = []
        self.ids = set()

    def add(self, identifier, octets, rule, flag, defect=None, limits={}):
        assert identifier not in self.ids, identifier
        self.ids.add(identifier)
        try:
            verdict = {"expected": "accept", "value": strict_json.written(strict_json.read(octets, limits))}
        except strict_json.Refused as refused:
            verdict = {"expected": "refuse", "defect": refused.kind, "offset": refused.offset}
        assert verdict.get("defect") == defect, (identifier, verdict)
        # What is written is read as the same value by others.
        if "value" in verdict:
            assert json.loads(verdict["value"], parse_int=str, parse_float=str) == json.loads(
                octets, parse_int=str, parse_float=str
            ), identifier
        case = {"id": identifier, "rule": rule, "flags": [flag], "octets": octets.hex()}
        if limits:
            case["limits"] = limits
        case |= verdict
        case["python"] = "accept" if python_accepts(octets) else "refuse"
        self.cases.append(case)


def make():
    cases = JSONCases()
    for group, rule, flag, texts in json_accepted.GROUPS:
        for name, octets in texts.items():
            cases.add(f"accept/{group}/{name}", octets, rule, flag)
    for group, rule, flag, texts in json_refused.GROUPS:
        for name, (octets, defect) in texts.items():
            cases.add(f"refuse/{group}/{name}", octets, rule, flag, defect)
    for name, octets, limits, defect in LIMITED:
        cases.add(f"limit/{name}", octets, LIMIT_RULE, "limit", defect, limits)
    return {"checkedWith": "the module json of Python 3", "limits": strict_json.LIMITS, "cases": cases.cases}
