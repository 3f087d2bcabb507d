"""Hostile and broken submissions as data: what each tries, what must come of it, and how it is shown that it bites.

Every attack has a control: either `unguarded`, a cell that prints "it worked" when the attack's cells ran before it in a
student process without a sandbox, where tests and answers would have shared a process with it; or `twin`, honest answers of
the same form that earn full marks. Without one, a test that can't fail would look like a wall that holds.

In the sources @OUTSIDE@ is a folder that everybody may write in, with a class in it: gradebook.db, results.jsonl,
submitted/other/lab.ipynb, solution.py. @COURSE@ is the course itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

LAB01, LAB02, LAB05 = "01_single_weight", "02_multiple_inputs", "05_mnist"
PASSED, FAILED, ERROR, TIMED_OUT, STOPPED = "passed", "failed", "error", "timed_out", "error|timed_out"

# The last question of lab 01 by itself, so that one attacked function does not take it along.
TRAIN = """def train(input, true, weight, alpha, iterations):
    errors = []
    for _ in range(iterations):
        delta = input * weight - true
        errors.append(delta**2)
        weight = weight - alpha * input * delta
    return weight, errors
"""
HEAD = "def update_weight(weight, weight_delta, alpha):\n    "
RIGHT = HEAD + "return weight - alpha * weight_delta\n"
WRONG = HEAD + "return 12345.0\n"
LIE = HEAD + "return Liar()\n"


@dataclass(frozen=True)
class Attack:
    """One submission.

    Attributes:
        name: a word or two.
        tries: what it is after.
        answers: the code of solution cells, by function; the others are the course's solutions.
        cells: cells of the student's own, before the first function.
        late: cells of the student's own, at the end.
        states: what must come of a function; of those that are not named, full marks.
        unguarded: a cell that prints "it worked" after `cells` and `answers` in an unguarded process.
        twin: honest answers that earn full marks.
        slow: it waits for a time limit, which is made short.
        hole: a hole that is known and open, and where.
        nothing: functions that must earn nothing, not even a share.
    """

    name: str
    tries: str
    answers: dict[str, str] = field(default_factory=dict)
    cells: tuple[str, ...] = ()
    late: tuple[str, ...] = ()
    states: dict[str, str] = field(default_factory=dict)
    unguarded: str | None = None
    twin: dict[str, str] | None = None
    lab: str = LAB01
    slow: bool = False
    hole: str | None = None
    nothing: tuple[str, ...] = ()


def _update(name: str, tries: str, answer: str, state: str, **rest: object) -> Attack:
    """Attack by `update_weight` of lab 01."""
    answers = {"train": TRAIN, "update_weight": answer}
    states = {} if state == PASSED else {"update_weight": state}
    return Attack(name, tries, answers, states=states, **rest)  # type: ignore[arg-type]


NAIVE = 'if abs(update_weight(3.0, 2.0, 0.5) - 2.0) < 1e-9:\n    print("it worked")\n'
NUMPYS = "import numpy as np\nif np.allclose(update_weight(3.0, 2.0, 0.5), 2.0):\n    print('it worked')\n"

DYING = (
    "import os\npid = os.fork()\nif pid == 0:\n    try:\n        update_weight(1, 1, 1)\n    finally:\n        os._exit(77)\n"
    + ("if os.waitpid(pid, 0)[1] != 77 << 8:\n    print('it worked')\n")
)


def _lie(name: str, tries: str, body: str, naive: str = NAIVE, state: str = FAILED, *, slow: bool = False) -> Attack:
    return _update(name, tries, LIE, state, cells=(body,), unguarded=naive, slow=slow)


PATCHES = [
    _update(
        "numpy's comparisons say yes",
        "np.allclose, isclose and array_equal of the process are replaced",
        WRONG,
        FAILED,
        cells=("import numpy as np\nnp.allclose = np.isclose = np.array_equal = lambda *a, **k: True",),
        unguarded=NUMPYS,
    ),
    _update(
        "numpy.testing is silent",
        "the functions of numpy.testing raise nothing any more",
        WRONG,
        FAILED,
        cells=(
            "import numpy.testing as t\nfor n in dir(t):\n    if n.startswith('assert'): setattr(t, n, lambda *a, **k: None)",
        ),
        unguarded="t.assert_allclose(update_weight(3.0, 2.0, 0.5), 2.0)\nprint('it worked')",
    ),
    _update(
        "numpy's arithmetic",
        "np.abs and np.subtract return zeros",
        WRONG,
        FAILED,
        cells=("import numpy as np\nnp.abs = np.absolute = np.subtract = lambda *a, **k: np.zeros(1)",),
        unguarded="if (np.abs(update_weight(3.0, 2.0, 0.5) - 2.0) < 1e-9).all():\n    print('it worked')",
    ),
    _update(
        "builtins",
        "abs and round of the process are replaced",
        WRONG,
        FAILED,
        cells=("import builtins\nbuiltins.abs = lambda x: 0\nbuiltins.round = lambda *x: 0",),
        unguarded=NAIVE,
    ),
    _update(
        "float itself",
        "float gives the answer, while the function is called",
        "import builtins\n" + HEAD + "builtins.float = lambda x=0: 2.0\n    return 12345.0\n",
        "failed|error",
        unguarded="import builtins\nreal = float\nfooled = update_weight(3.0, 2.0, 0.5) and float('5') == 2.0\n"
        "builtins.float = real\nif fooled:\n    print('it worked')",
    ),
    _update(
        "assertions that can't fail",
        "AssertionError is replaced by something that is swallowed",
        WRONG,
        FAILED,
        cells=(
            "import builtins, ast\nclass Quiet(ast.NodeTransformer):\n"
            "    def visit_Assert(self, node): return ast.copy_location(ast.Pass(), node)\n"
            "get_ipython().ast_transformers.append(Quiet())",
        ),
        unguarded="assert update_weight(3.0, 2.0, 0.5) == 2.0\nprint('it worked')",
    ),
    _update(
        "the check's judge",
        "course_utils.checking.judge.judge and the desk's copy return passed",
        WRONG,
        FAILED,
        cells=(
            "import sys\nfrom course_utils.checking.verdict import Finding\n"
            "for name, module in list(sys.modules.items()):\n"
            "    if name.startswith('course_utils') and hasattr(module, 'judge'):\n"
            "        module.judge = lambda *a, **k: Finding('passed', 'All cases agree.')",
        ),
        unguarded="from course_utils import start_lab\ncheck, _ = start_lab('01_single_weight')\n"
        "if check(update_weight) == 1.0:\n    print('it worked')",
    ),
    _update(
        "the check's comparison",
        "course_utils.checking.equality.difference finds none, tolerance is infinite",
        WRONG,
        FAILED,
        cells=(
            "import course_utils.checking.judge as j, course_utils.checking.equality as e\n"
            "j.difference = e.difference = lambda *a: None\ne.RELATIVE_TOLERANCE = float('inf')",
        ),
        unguarded="from course_utils import start_lab\ncheck, _ = start_lab('01_single_weight')\n"
        "if check(update_weight) == 1.0:\n    print('it worked')",
    ),
    _update(
        "the verdict",
        "Verdict is always worth its points",
        WRONG,
        FAILED,
        cells=(
            "import course_utils.checking.desk as d, course_utils.checking.verdict as v\n"
            "class Full(float):\n    def __new__(cls, name, most, finding): return float.__new__(cls, most)\n"
            "d.Verdict = v.Verdict = Full",
        ),
        unguarded="from course_utils import start_lab\ncheck, _ = start_lab('01_single_weight')\n"
        "if check(update_weight) == 1.0:\n    print('it worked')",
    ),
    _update(
        "its own check",
        "check, examine and ready are the student's own",
        WRONG,
        FAILED,
        cells=("def check(*a): return 1.0\nexamine = ready = check\n",),
        late=("def check(*a): return 1.0\nexamine = ready = check\n",),
        unguarded="if check(update_weight) == 1.0:\n    print('it worked')",
    ),
    _update(
        "a module in autograder's place",
        "sys.modules['autograder.examination'] is a forged one",
        WRONG,
        FAILED,
        cells=(
            "import sys, types\nfake = types.ModuleType('autograder.examination')\n"
            "fake.examine = lambda *a, **k: 1.0\nsys.modules['autograder.examination'] = fake",
        ),
        unguarded="from autograder.examination import examine\nif examine('x', 'y', update_weight) == 1.0:\n    print('it worked')",
    ),
    _update(
        "the engine's call",
        "what the engine calls functions by returns what it likes",
        WRONG,
        FAILED,
        cells=("from course_utils.checking.calls import Outcome, Quiet\nQuiet.call = lambda self, f, a: Outcome(7.0)",),
        unguarded="if Quiet().call(update_weight, [1, 1, 1]).result == 7.0:\n    print('it worked')",
        # every function is called by it
    ),
    _update(
        "the wire's packer",
        "what the process packs is a number of its own choice, in its own replies",
        "import autograder.engine.wire as w\nreal = w.encode\n"
        + HEAD
        + "w.encode = lambda m: real({**m, 'result': 12345.0})\n    return 1.0\n",
        FAILED,
        unguarded="update_weight(1, 1, 1)\nchanged = b'12345' in w.encode({})\nw.encode = real\nif changed:\n    print('it worked')",
    ),
    _update(
        "IPython's shell",
        "the shell's namespace answers every name with a function that is always right",
        WRONG,
        FAILED,
        cells=("get_ipython().user_ns['update_weight_check'] = 1.0",),
        unguarded="if update_weight_check == 1.0:\n    print('it worked')",
    ),
]
# These attacks change the results of functions that follow, too.
PATCHES[12].states["train"] = FAILED
PATCHES[11] = Attack(
    PATCHES[11].name,
    PATCHES[11].tries,
    PATCHES[11].answers,
    PATCHES[11].cells,
    states=dict.fromkeys(
        ("neural_network", "compute_error", "compute_delta", "compute_weight_delta", "update_weight", "train"), FAILED
    ),
    unguarded=PATCHES[11].unguarded,
)

LIARS = [
    _lie(
        "lying __eq__",
        "equals everything",
        "class Liar:\n    def __eq__(self, o): return True\n    __hash__ = None",
        "if update_weight(3.0, 2.0, 0.5) == 2.0:\n    print('it worked')",
    ),
    _lie(
        "lying __sub__",
        "the difference to everything is 0",
        "class Liar:\n    def __sub__(self, o): return 0.0\n    __rsub__ = __sub__",
    ),
    _lie(
        "lying __float__",
        "a float that looks up the answer in its caller",
        "import sys\nclass Liar:\n    def __float__(self): return sys._getframe(1).f_globals['ANSWER']",
        "ANSWER = 2.0\nif float(update_weight(3.0, 2.0, 0.5)) == 2.0:\n    print('it worked')",
    ),
    _lie(
        "lying __array__",
        "an array that is what it is compared with",
        "import numpy as np, sys\nclass Liar:\n    def __array__(self, dtype=None, copy=None): return np.array(sys._getframe(1).f_globals.get('ANSWER', 0.0))",
        "ANSWER = 2.0\nif np.asarray(update_weight(3.0, 2.0, 0.5)) == 2.0:\n    print('it worked')",
    ),
    _lie(
        "__array_ufunc__ and __array_function__",
        "every numpy function of it is true",
        "class Liar:\n    def __array_ufunc__(self, *a, **k): return True\n    def __array_function__(self, *a, **k): return True",
        NUMPYS,
    ),
    _lie(
        "lying __class__",
        "says that it is a float",
        "class Liar:\n    __class__ = float\n    def __sub__(self, o): return 0.0",
        "if isinstance(update_weight(3.0, 2.0, 0.5), float) and " + NAIVE[3:],
        state="failed|error",
    ),
    _lie(
        "__class__ that raises",
        "isinstance raises",
        "class Liar:\n    @property\n    def __class__(self): raise SystemExit",
        "try:\n    isinstance(update_weight(1, 1, 1), float)\nexcept SystemExit:\n    print('it worked')",
        state="failed|error",
    ),
    _lie(
        "lying __reduce__",
        "runs a command in whoever unpickles it",
        "class Liar:\n    def __reduce__(self): return eval, (\"open('@OUTSIDE@/pickled', 'w')\",)",
        "import pickle, os\npickle.loads(pickle.dumps(update_weight(1, 1, 1)))\nif os.path.exists('@OUTSIDE@/pickled'):\n    print('it worked')",
    ),
    _lie(
        "__del__ that exits",
        "ends the process when it is dropped",
        "import os\nclass Liar:\n    def __del__(self): os._exit(0)",
        "if os.fork() == 0:\n    Liar()\n    os._exit(7)\nif os.wait()[1] == 0:\n    print('it worked')",
        state=STOPPED + "|failed",
    ),
    _lie(
        "__del__ with an error",
        "complains when it is dropped",
        "class Liar:\n    def __del__(self): raise ValueError('boo')",
        "import sys\nsys.unraisablehook = lambda u: print('it worked')\ndel sys.unraisablehook\nl = Liar()\ntry:\n    l.__del__()\nexcept ValueError:\n    print('it worked')",
    ),
    _lie(
        "__repr__ that raises",
        "breaks the message",
        "class Liar:\n    def __repr__(self): raise SystemExit('no')",
        "try:\n    repr(update_weight(1, 1, 1))\nexcept SystemExit:\n    print('it worked')",
    ),
    _lie(
        "__repr__ without end",
        "holds up the message",
        "class Liar:\n    def __repr__(self):\n        while True: pass",
        "import signal\nsignal.signal(signal.SIGALRM, lambda *a: 1 / 0)\nsignal.setitimer(signal.ITIMER_REAL, 0.2)\n"
        "try:\n    repr(update_weight(1, 1, 1))\nexcept ZeroDivisionError:\n    print('it worked')",
        state="timed_out|error",
        slow=True,
    ),
    _lie(
        "giant __repr__",
        "fills the message",
        "class Liar:\n    def __repr__(self): return 'x' * 50_000_000",
        "if len(repr(update_weight(1, 1, 1))) == 50_000_000:\n    print('it worked')",
    ),
    _lie(
        "subclass of float",
        "a float whose comparison lies",
        "class Liar(float):\n    def __eq__(self, o): return True\n    def __sub__(self, o): return 0.0\n    def __float__(self): return self\n    __hash__ = None",
        state="failed|error",
    ),
    _lie(
        "subclass of int",
        "an int whose arithmetic lies",
        "class Liar(int):\n    def __sub__(self, o): return 0\n    def __int__(self): raise SystemExit",
        state="failed|error",
    ),
    _lie(
        "subclass of ndarray",
        "an array whose arithmetic lies",
        "import numpy as np\nclass L(np.ndarray):\n    def __sub__(self, o): return 0.0\n    def __array_finalize__(self, o): pass\nLiar = lambda: np.array(5.0).view(L)",
    ),
    _lie(
        "subclass of str",
        "a text that is equal to all",
        "class Liar(str):\n    def __eq__(self, o): return True\n    def __getitem__(self, i): raise KeyError\n    __hash__ = None",
        "if update_weight(3.0, 2.0, 0.5) == 2.0:\n    print('it worked')",
    ),
    _lie(
        "a number in name only",
        "registered as numbers.Real, without a value",
        "import numbers\nclass Liar:\n    def __float__(self): return '2.0'\n    def __sub__(self, o): return 0.0\nnumbers.Real.register(Liar)",
        state="failed|error",
    ),
    _lie(
        "a metaclass that lies",
        "instance checks say yes",
        "class Meta(type):\n    def __instancecheck__(cls, o): return True\n    __name__ = property(lambda c: 1 / 0)\nclass Liar(metaclass=Meta):\n    def __sub__(self, o): return 0.0",
        state="failed|error",
    ),
    _lie(
        "a name of a mile",
        "a class with a name of a million letters and a zero",
        "Liar = type('L' * 1_000_000, (), {'__sub__': lambda s, o: 0.0})",
    ),
    _lie(
        "not a Unicode text",
        "a lone surrogate in the message",
        "class Liar:\n    def __repr__(self): return '\\ud800\\udfff\\ud800'",
        "try:\n    repr(update_weight(1, 1, 1)).encode()\nexcept UnicodeEncodeError:\n    print('it worked')",
    ),
    _update(
        "a list that holds itself",
        "endless nesting",
        HEAD + "x = []\n    x.append(x)\n    return x\n",
        FAILED,
        unguarded="import copy\nx = update_weight(1, 1, 1)\nif x[0] is x:\n    print('it worked')",
    ),
    _update(
        "a list 100,000 deep",
        "nesting past every stack",
        HEAD + "x = []\n    for _ in range(100_000): x = [x]\n    return x\n",
        "failed|error",
        unguarded="import json\ntry:\n    json.dumps(update_weight(1, 1, 1))\nexcept RecursionError:\n    print('it worked')",
    ),
    _update(
        "a list of other length each time",
        "a list whose length and items disagree",
        "class Liar(list):\n    def __len__(self): return 10**9\n    def __iter__(self): return iter([1.0] * 3)\n"
        + LIE,
        "failed|error",
        unguarded="if len(update_weight(1, 1, 1)) == 10**9:\n    print('it worked')",
    ),
    _update(
        "an endless list",
        "iteration without end",
        "import itertools\nclass Liar(list):\n    def __iter__(self): return itertools.repeat(1)\n" + LIE,
        "failed|error|timed_out",
        slow=True,
        unguarded="if next(iter(update_weight(1, 1, 1))) == 1:\n    print('it worked')",
    ),
    _update(
        "a number of 4,000 digits",
        "overflow where it is turned into a float",
        HEAD + "return 10**4000\n",
        FAILED,
        unguarded="try:\n    float(update_weight(1, 1, 1))\nexcept OverflowError:\n    print('it worked')",
    ),
    _update(
        "nan and infinity",
        "numbers that compare with nothing",
        HEAD + "return float('nan')\n",
        FAILED,
        unguarded="if not abs(update_weight(1, 1, 1) - 2.0) > 1e-9:\n    print('it worked')",
    ),
    _update(
        "an array of 400 MB",
        "more than a message may hold",
        HEAD + "import numpy as np\n    return np.zeros(50_000_000)\n",
        "failed|error",
        unguarded="if update_weight(1, 1, 1).nbytes == 400_000_000:\n    print('it worked')",
    ),
    _update(
        "an array of objects",
        "an array of things that act when they are touched",
        "import numpy as np\nclass Liar:\n    def __float__(self): raise SystemExit\n"
        + HEAD
        + "return np.array([Liar()], dtype=object)\n",
        "failed|error",
        unguarded="try:\n    update_weight(1, 1, 1).astype(float)\nexcept SystemExit:\n    print('it worked')",
    ),
    _update(
        "broadcasting",
        "an answer that fits every shape: an array with no numbers",
        HEAD + "import numpy as np\n    return np.zeros((0,))\n",
        FAILED,
        unguarded=NUMPYS,
    ),
    _update(
        "exceptions that lie",
        "an exception whose text and class raise",
        HEAD + "class E(ValueError):\n        def __str__(self): raise SystemExit\n    raise E()\n",
        ERROR,
        unguarded="try:\n    update_weight(1, 1, 1)\nexcept ValueError as e:\n    try:\n        str(e)\n    except SystemExit:\n        print('it worked')",
    ),
    _update(
        "StopIteration, GeneratorExit, KeyboardInterrupt",
        "exceptions that mean something to a test's loop",
        "import itertools\ncount = itertools.count()\n"
        + HEAD
        + "raise (StopIteration, GeneratorExit, KeyboardInterrupt)[next(count) % 3]\n",
        "error|timed_out",
        unguarded="if list(map(lambda x: update_weight(1, 1, 1), [1, 2])) == []:\n    print('it worked')",
    ),
    _update(
        "the check's own clock",
        "raises the OutOfTimeError that the judge itself uses",
        HEAD + "from course_utils.checking.calls import OutOfTimeError\n    raise OutOfTimeError\n",
        STOPPED,
        unguarded="from course_utils.checking.judge import judge\nfrom course_utils.checking.cases import Case\n"
        "if judge('f', lambda *a: update_weight(1, 1, 1), [Case((1,), 1.0)]).state == 'timed_out':\n    print('it worked')",
    ),
]


def _reads(name: str, what: str, act: str, *, control: str = "", **rest: object) -> Attack:
    """Read something inside `update_weight` and return the right answer only where that succeeds."""
    answer = (
        HEAD
        + "\n    try:\n"
        + "".join(f"        {line}\n" for line in act.splitlines())
        + "    except BaseException:\n        return 12345.0\n    return weight - alpha * weight_delta if found else 12345.0\n"
    )
    return _update(
        name, what, answer, rest.pop("state", FAILED), unguarded=rest.pop("unguarded", control + NAIVE), **rest
    )  # type: ignore[arg-type]


READS = [
    _reads(
        "the source of the lab",
        "opens the solved notebook",
        "found = 'BEGIN SOLUTION' in open('@COURSE@/solutions/01_single_weight/01_single_weight.ipynb').read()",
    ),
    _reads("the reference", "imports the reference mathematics", "import autograder.reference.lab01\nfound = True"),
    _reads(
        "the reference, as text",
        "opens the reference mathematics",
        "found = bool(open('@COURSE@/autograder/reference/lab01.py').read())",
    ),
    _reads(
        "the examination",
        "imports the examination that T runs",
        "from autograder.examination import examine\nfound = True",
    ),
    _reads(
        "other submissions",
        "opens another student's notebook",
        "found = 'other' in open('@OUTSIDE@/submitted/other/lab.ipynb').read()",
    ),
    _reads("the class's folders", "lists the class", "import os\nfound = 'other' in os.listdir('@OUTSIDE@/submitted')"),
    _reads("the gradebook", "reads the gradebook", "found = bool(open('@OUTSIDE@/gradebook.db', 'rb').read())"),
    _reads("/proc/self", "reads its own memory map", "found = bool(open('/proc/self/maps').read())"),
    _reads(
        "/proc of the parent",
        "reads the parent's command line",
        "import os\nfound = bool(open(f'/proc/{os.getppid()}/cmdline').read())",
    ),
    _reads("/proc/self/mem", "opens its own memory as a file", "found = bool(open('/proc/self/mem', 'rb'))"),
    _reads("/etc/passwd", "reads the machine's users", "found = 'root' in open('/etc/passwd').read()"),
    _reads(
        "the environment",
        "looks for anything in the environment",
        "import os\nfound = bool(os.environ)",
        control="import os\nos.environ['SECRET'] = 'x'\n",
    ),
    _reads("/proc/self/fd", "lists its descriptors", "import os\nfound = bool(os.listdir('/proc/self/fd'))"),
    _reads(
        "a way round by ..",
        "names a file by a path with .. and a symbolic link",
        "import os\nfound = bool(open(os.getcwd() + '/../../../../../../../../../../@OUTSIDE@/solution.py').read())",
    ),
    _reads(
        "opening by a descriptor of /",
        "openat from a descriptor of the root folder",
        "import os\nfound = bool(os.read(os.open('@OUTSIDE@/solution.py'.lstrip('/'), os.O_RDONLY, dir_fd=os.open('/', os.O_PATH)), 1))",
    ),
    _reads(
        "access mode 3",
        "opens with the mode that asks for no right",
        "import os\nfound = os.open('@OUTSIDE@/solution.py', 3) >= 0",
    ),
    _reads(
        "expected values in gc",
        "looks through all objects for cases with answers",
        "import gc\nfound = any(type(o).__name__ == 'ProbedFunction' for o in gc.get_objects())",
        control="class ProbedFunction: pass\nhere = ProbedFunction()\n",
    ),
    _reads(
        "expected values in frames",
        "walks up the frames to the test's names",
        "import sys\nframe, found = sys._getframe(), False\nwhile frame:\n    found = found or 'expected' in frame.f_locals\n    frame = frame.f_back",
        control="expected = 1\n",
    ),
    _reads(
        "sys.modules",
        "looks for modules with answers",
        "import sys\nfound = any(n.startswith(('autograder.probes', 'autograder.reference')) for n in sys.modules)",
        control="import autograder.probes.lab01\n",
    ),
    _reads(
        "the caller's threads' frames",
        "sys._current_frames",
        "import sys\nfound = any('examine' in f.f_globals for f in sys._current_frames().values())",
        control="examine = 1\n",
    ),
]


def _acts(name: str, what: str, act: str, **rest: object) -> Attack:
    """Do something forbidden inside `update_weight` and return the right answer only where it succeeds."""
    return _reads(name, what, act + "\nfound = True", **rest)


WRITES = [
    _acts("writing the gradebook", "adds to the gradebook", "open('@OUTSIDE@/gradebook.db', 'ab').write(b'forged')"),
    _acts(
        "emptying the gradebook",
        "opens it with O_TRUNC, for reading only",
        "import os\nos.open('@OUTSIDE@/gradebook.db', os.O_RDONLY | os.O_TRUNC)",
    ),
    _acts(
        "emptying it with mode 3",
        "O_TRUNC with the access mode that asks for no right",
        "import os\nos.open('@OUTSIDE@/gradebook.db', 3 | os.O_TRUNC)",
    ),
    _acts("truncate()", "cuts the gradebook by name", "import os\nos.truncate('@OUTSIDE@/gradebook.db', 0)"),
    _acts("writing the results", "forges a line of results", "open('@OUTSIDE@/results.jsonl', 'a').write('{}')"),
    _acts("removing the results", "removes results and submissions", "import os\nos.unlink('@OUTSIDE@/results.jsonl')"),
    _acts(
        "renaming a submission",
        "puts another's notebook aside",
        "import os\nos.rename('@OUTSIDE@/submitted/other/lab.ipynb', '@OUTSIDE@/submitted/other/x')",
    ),
    _acts("a new file outside", "leaves a file for the next student", "open('@OUTSIDE@/for the next', 'w').write('x')"),
    _acts(
        "a file beside the scratch folder",
        "leaves a file where scratch folders are",
        "import os\nopen(os.path.dirname(os.getcwd()) + '/for the next', 'w').write('x')",
    ),
    _acts(
        "a symbolic link",
        "leads the examiner out of the scratch folder",
        "import os\nos.symlink('@OUTSIDE@/gradebook.db', 'link')",
    ),
    _acts(
        "a hard link", "brings a file into the scratch folder", "import os\nos.link('@OUTSIDE@/solution.py', 'link')"
    ),
    _acts("a named pipe", "holds up whoever opens it", "import os\nos.mkfifo('pipe')"),
    _acts("the rights of files", "makes a file everybody's", "import os\nos.chmod('@OUTSIDE@/results.jsonl', 0o666)"),
    _acts(
        "the date of files",
        "touches a submission",
        "import os\nos.utime('@OUTSIDE@/submitted/other/lab.ipynb', (1, 1))",
    ),
    _acts(
        "the owner of files",
        "gives the gradebook away",
        "import os\nos.chown('@OUTSIDE@/gradebook.db', -1, os.getgid())",
    ),
    _acts(
        "Python's own library",
        "changes a module that the zygote imports",
        "import json\nopen(json.__file__, 'a').close()",
    ),
    _acts(
        "course_utils",
        "changes the table of the check",
        "open('@COURSE@/course_utils/cases/01_single_weight.json', 'a').close()",
    ),
]
PROCESSES = [
    _acts("a subprocess", "starts a program", "import subprocess\nsubprocess.run(['/bin/true'], check=True)"),
    _acts("os.system", "starts a shell", "import os\nassert os.system('true') == 0"),
    _acts("fork", "makes a process that outlives the rest", "import os\nif os.fork() == 0: os._exit(0)\nos.wait()"),
    _acts(
        "exec",
        "becomes another program",
        "import os\nif os.path.exists('/bin/true'):\n    os.execv('/bin/true', ['true'])",
        unguarded=DYING,
    ),
    _acts(
        "a thread",
        "goes on after the answer",
        "import threading\nt = threading.Thread(target=int)\nt.start()\nt.join()",
    ),
    _acts(
        "multiprocessing",
        "a pool of processes",
        "import multiprocessing as m\np = m.get_context('fork').Process(target=int)\np.start()\np.join()",
    ),
    _acts("a signal to the parent", "asks whether it may signal the zygote", "import os\nos.kill(os.getppid(), 0)"),
    _acts(
        "a signal to itself",
        "signals by tgkill",
        "import signal\nsignal.signal(signal.SIGUSR1, lambda *a: None)\nsignal.raise_signal(signal.SIGUSR1)",
    ),
    _acts("a signal to all", "asks whether it may signal everybody", "import os\nos.kill(-1, 0)"),
    _acts(
        "a signal by fcntl",
        "has the kernel signal the parent when data comes (F_SETOWN)",
        "import fcntl, os\nr, w = os.pipe()\nfcntl.fcntl(r, fcntl.F_SETOWN, os.getppid())",
    ),
    _acts("a socket", "opens a socket", "import socket\nsocket.socket()"),
    _acts("a socket of the machine", "opens a Unix socket", "import socket\nsocket.socket(socket.AF_UNIX)"),
    _acts("a pair of sockets", "opens a pair", "import socket\nsocket.socketpair()"),
    _acts(
        "system calls by ctypes: memfd",
        "memfd_create, from which a program could run",
        "import ctypes\nassert ctypes.CDLL(None, use_errno=True).memfd_create(b'x', 0) >= 0",
    ),
    _acts(
        "system calls by ctypes: prctl",
        "asks to be left alive when the zygote goes",
        "import ctypes\nassert ctypes.CDLL(None).prctl(1, 0) == 0",
    ),
    _acts(
        "system calls by ctypes: ptrace",
        "asks to be traced",
        "import ctypes\nassert ctypes.CDLL(None).ptrace(0, 0, 0, 0) == 0",
    ),
    _acts(
        "system calls by ctypes: unshare",
        "a namespace of its own",
        "import ctypes\nassert ctypes.CDLL(None).unshare(0x10000000) == 0",
    ),
    _acts(
        "resource limits",
        "raises its own limits",
        "import resource as r\nr.setrlimit(r.RLIMIT_NOFILE, r.getrlimit(r.RLIMIT_NOFILE))",
    ),
    _acts(
        "locks",
        "locks a file of others",
        "import fcntl\nfcntl.flock(open('@COURSE@/course_utils/cases/01_single_weight.json'), fcntl.LOCK_EX)",
    ),
]


def _dies(name: str, tries: str, body: str, state: str = ERROR, **rest: object) -> Attack:
    return _update(name, tries, HEAD + body, state, **{"unguarded": DYING, **rest})


ENDS = [
    _dies("os._exit", "ends the process at once", "import os\n    os._exit(0)\n"),
    _dies(
        "exit",
        "SystemExit in a function",
        "raise SystemExit(0)\n",
        unguarded="try:\n    update_weight(1, 1, 1)\nexcept SystemExit:\n    print('it worked')",
    ),
    _dies("abort", "aborts", "import os\n    os.abort()\n"),
    _dies("a segmentation fault", "reads address 0", "import ctypes\n    ctypes.string_at(0)\n"),
    _dies(
        "an illegal instruction",
        "jumps into nonsense",
        "import ctypes, mmap\n    m = mmap.mmap(-1, 4096, prot=7)\n    m.write(b'\\x00' * 4096)\n"
        "    ctypes.CFUNCTYPE(None)(ctypes.addressof(ctypes.c_char.from_buffer(m)))()\n",
    ),
    _dies(
        "recursion",
        "calls itself without end",
        "return update_weight(weight, weight_delta, alpha)\n",
        unguarded="try:\n    update_weight(1, 1, 1)\nexcept RecursionError:\n    print('it worked')",
    ),
    _dies(
        "recursion without a limit",
        "the recursion limit is raised and the stack runs out",
        "import sys\n    sys.setrecursionlimit(10**9)\n    class D:\n        def __repr__(self): return repr(self)\n    repr(D())\n    return repr(D())\n",
        STOPPED,
        slow=True,
    ),
    _dies(
        "too much memory",
        "asks for 3 GB",
        "import numpy as np\n    x = np.zeros(3 << 30, np.uint8)\n    return weight - alpha * weight_delta\n",
        unguarded="print('it worked') if update_weight(3.0, 2.0, 0.5) == 2.0 else None",
    ),
    _dies(
        "memory by and by",
        "fills memory a little at a time, and catches the error",
        "import numpy as np\n    x = []\n    try:\n        for _ in range(40): x.append(np.empty(10_000_000))\n    except MemoryError:\n        return 12345.0\n"
        "    return weight - alpha * weight_delta\n",
        FAILED,
        unguarded=NAIVE,
    ),
    _dies(
        "a file of 100 MB",
        "fills the disk by one file",
        "with open('big', 'wb') as f:\n        f.truncate(100_000_000)\n    return weight - alpha * weight_delta\n",
        unguarded=NAIVE,
    ),
    _dies(
        "too many open files",
        "opens 100 files",
        "f = [open(f'{n}', 'w') for n in range(100)]\n    return weight - alpha * weight_delta\n",
        unguarded=NAIVE,
    ),
    _dies(
        "sleep",
        "sleeps for an hour",
        "import time\n    time.sleep(3600)\n",
        TIMED_OUT,
        slow=True,
        unguarded="import signal\nsignal.signal(signal.SIGALRM, lambda *a: 1 / 0)\nsignal.setitimer(signal.ITIMER_REAL, 0.2)\n"
        "try:\n    update_weight(1, 1, 1)\nexcept ZeroDivisionError:\n    print('it worked')",
    ),
    _dies(
        "an endless loop",
        "never ends, and catches all",
        "while True:\n        try:\n            while True: pass\n        except BaseException: pass\n",
        TIMED_OUT,
        slow=True,
        unguarded="import os, signal, time\npid = os.fork()\nif pid == 0:\n    update_weight(1, 1, 1)\n    os._exit(0)\ntime.sleep(0.1)\n"
        "if os.waitpid(pid, os.WNOHANG)[0] == 0:\n    print('it worked')\nos.kill(pid, signal.SIGKILL)\nos.wait()",
    ),
    _dies(
        "an endless loop deaf to signals",
        "SIGALRM, SIGTERM and all others are ignored",
        "import signal\n    for s in range(1, 65):\n        try:\n            signal.signal(s, signal.SIG_IGN)\n        except (OSError, ValueError): pass\n    while True: pass\n",
        TIMED_OUT,
        slow=True,
        unguarded="import os, signal, time\npid = os.fork()\nif pid == 0:\n    update_weight(1, 1, 1)\n    os._exit(0)\ntime.sleep(0.1)\nos.kill(pid, signal.SIGTERM)\ntime.sleep(0.1)\n"
        "if os.waitpid(pid, os.WNOHANG)[0] == 0:\n    print('it worked')\nos.kill(pid, signal.SIGKILL)\nos.wait()",
    ),
    _dies(
        "input()",
        "waits for somebody to type",
        "return input()\n",
        unguarded="try:\n    update_weight(1, 1, 1)\nexcept EOFError:\n    print('it worked')",
    ),
    Attack(
        "a cell that exits",
        "the first cell ends the process, all functions stand in others",
        {"train": TRAIN},
        cells=("import os\nos._exit(0)",),
        unguarded=None,
        twin={"train": TRAIN},
    ),
    Attack(
        "a cell without an end",
        "a cell of its own never ends",
        {"train": TRAIN},
        cells=("while True: pass",),
        twin={"train": TRAIN},
        slow=True,
    ),
    Attack(
        "a function's cell that exits",
        "the cell that defines the function ends the process",
        {"train": TRAIN, "update_weight": RIGHT + "import os\nos._exit(0)\n"},
        states={"update_weight": "not_attempted|error"},
        twin={"train": TRAIN, "update_weight": RIGHT},
    ),
    Attack(
        "atexit",
        "writes when the process ends",
        {"train": TRAIN},
        cells=("import atexit\natexit.register(lambda: open('@OUTSIDE@/at exit', 'w'))",),
        unguarded="atexit._run_exitfuncs()\nimport os\nif os.path.exists('@OUTSIDE@/at exit'):\n    print('it worked')",
    ),
    _update(
        "a timer",
        "a timer of its own goes off in the middle of other questions",
        RIGHT,
        "passed|error",
        cells=(
            "import signal\nsignal.signal(signal.SIGALRM, lambda *a: None)\nsignal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)",
        ),
        unguarded="import time\nhits = []\nsignal.signal(signal.SIGALRM, lambda *a: hits.append(1))\ntime.sleep(0.05)\nif hits:\n    print('it worked')\n"
        "signal.setitimer(signal.ITIMER_REAL, 0)",
    ),
    _update(
        "no timer at all",
        "takes SIGALRM away from the check in its process",
        HEAD
        + "import signal\n    signal.setitimer(signal.ITIMER_REAL, 0)\n    signal.signal(signal.SIGALRM, signal.SIG_IGN)\n    while True: pass\n",
        TIMED_OUT,
        slow=True,
        unguarded="import os, signal, time\npid = os.fork()\nif pid == 0:\n    signal.alarm(1)\n    update_weight(1, 1, 1)\ntime.sleep(0.05)\nos.kill(pid, signal.SIGALRM)\ntime.sleep(0.1)\n"
        "if os.waitpid(pid, os.WNOHANG)[0] == 0:\n    print('it worked')\nos.kill(pid, signal.SIGKILL)\nos.wait()",
    ),
    _update(
        "sys.settrace",
        "traces everything that runs after it and changes what it sees",
        WRONG,
        FAILED,
        cells=(
            "import sys\nseen = []\ndef tracer(frame, event, arg):\n    seen.append(frame.f_code.co_name)\n    return None\nsys.settrace(tracer)",
        ),
        unguarded="if seen or sys.gettrace():\n    print('it worked')",
    ),
    _update(
        "a recursion limit of 1",
        "makes every call in its process fail",
        RIGHT,
        "passed|error",
        cells=("import sys\nsys.setrecursionlimit(60)\n",),
        states_all="",
        unguarded="def deep(n): return n and deep(n - 1)\ntry:\n    deep(100)\nexcept RecursionError:\n    print('it worked')",
    )
    if False
    else _update(
        "a low recursion limit",
        "leaves the student process little stack",
        RIGHT,
        PASSED,
        cells=("import sys\nbefore = sys.getrecursionlimit()\nsys.setrecursionlimit(200)",),
        unguarded="def deep(n): return n and deep(n - 1)\ntry:\n    deep(300)\nexcept RecursionError:\n    print('it worked')",
    ),
]

FLOODS = [
    _update(
        "50 MB of output",
        "prints without measure in a function",
        HEAD + "print('x' * 50_000_000)\n    return weight - alpha * weight_delta\n",
        PASSED,
        unguarded="import io, contextlib\nwith contextlib.redirect_stdout(io.StringIO()) as out:\n    update_weight(1, 1, 1)\nif len(out.getvalue()) >= 50_000_000:\n    print('it worked')",
    ),
    Attack(
        "50 MB of output in a cell",
        "prints without measure",
        {"train": TRAIN},
        cells=("print('x' * 50_000_000)",),
        twin={"train": TRAIN},
    ),
    Attack(
        "2,000 outputs of a cell",
        "shows an empty thing over and over",
        {"train": TRAIN},
        cells=("for _ in range(2_000): display({'text/plain': ''}, raw=True)",),
        twin={"train": TRAIN},
    ),
    Attack(
        "output by descriptor",
        "writes to 1 and 2 directly",
        {"train": TRAIN},
        cells=("import os\nos.write(1, b'x' * 10**6)\nos.write(2, b'x' * 10**6)",),
        twin={"train": TRAIN},
    ),
    Attack(
        "a giant error",
        "an error with a text of 50 MB",
        {"train": TRAIN},
        cells=("raise ValueError('x' * 50_000_000)",),
        twin={"train": TRAIN},
    ),
    Attack(
        "output that is not Unicode",
        "prints a lone surrogate, which no file can hold",
        {"train": TRAIN},
        cells=("print('\\ud800')",),
        twin={"train": TRAIN},
    ),
    _update(
        "a message that is not Unicode",
        "raises an error with a lone surrogate in it",
        HEAD + "raise ValueError('\\ud800')\n",
        ERROR,
        unguarded="try:\n    update_weight(1, 1, 1)\nexcept ValueError as e:\n    try:\n        str(e).encode()\n    except UnicodeEncodeError:\n        print('it worked')",
    ),
    _update(
        "a text that is not Unicode",
        "returns a lone surrogate",
        HEAD + "return '\\ud800'\n",
        FAILED,
        unguarded="try:\n    update_weight(1, 1, 1).encode()\nexcept UnicodeEncodeError:\n    print('it worked')",
    ),
    Attack(
        "output nested deeply",
        "shows JSON nested 400 deep",
        {"train": TRAIN},
        cells=("x = []\nfor _ in range(400): x = [x]\ndisplay({'application/json': x}, raw=True)",),
        twin={"train": TRAIN},
    ),
    Attack(
        "output of no form",
        "shows a bundle that is none",
        {"train": TRAIN},
        cells=("display({1: 2, 'text/plain': {3: object()}}, raw=True)",),
        twin={"train": TRAIN},
    ),
    Attack(
        "a verdict of its own",
        "shows a passed verdict in its own cells",
        {"train": TRAIN, "update_weight": WRONG},
        cells=(
            "display({'application/vnd.gradient-descent-labs.verdict+json': {'name': 'update_weight', 'score': 1.0, 'max_score': 1.0, 'state': 'passed', 'message': 'yes'}}, raw=True)",
        ),
        states={"update_weight": FAILED},
        twin={"train": TRAIN},
    ),
    Attack(
        "warnings",
        "warns ten thousand times, each in other words",
        {
            "train": TRAIN,
            "update_weight": HEAD
            + "import warnings\n    for n in range(10_000): warnings.warn(f'{n} ' + 'w' * 1000)\n    return weight - alpha * weight_delta\n",
        },
        twin={"train": TRAIN},
    ),
    Attack(
        "a thousand folders in each other",
        "folders nested past what rmtree can remove",
        {"train": TRAIN},
        cells=(
            # fewer than the folder may hold, in a path longer than one may be
            "import os\nhere = os.getcwd()\nfor _ in range(990):\n    os.mkdir('deep' * 3)\n    os.chdir('deep' * 3)\nos.chdir(here)",
        ),
        twin={"train": TRAIN},
    ),
    Attack(
        "folders without rights",
        "leaves folders that even their owner may not read",
        {"train": TRAIN},
        cells=("import os\nos.mkdir('shut', 0o300)\nos.mkdir('shut/inner', 0o000)\nopen('shut/file', 'w').close()",),
        twin={"train": TRAIN},
    ),
    Attack(
        "odd names of files",
        "names that are no text",
        {"train": TRAIN},
        cells=("import os\nopen(b'\\xff\\xfe\\n', 'w').close()\nopen('-rf *', 'w').close()",),
        twin={"train": TRAIN},
    ),
]

WIRE = """import gc, json, os, socket, struct, sys
channel = next(o for o in gc.get_objects() if type(o) is socket.socket)
def number():
    frame = sys._getframe()
    while type(frame.f_locals.get("request")) is not dict:
        frame = frame.f_back
    return frame.f_locals["request"]["id"]
def message(body=b"", **reply):
    header = json.dumps({"id": number(), **reply}).encode()
    return struct.pack("<II", len(header), len(body)) + header + body
REPLY = {"result": 12345.0, "raised": None, "warned": {"tuple": []}, "arguments": [3.0, 2.0, 0.5]}
"""
# Shown with a pair of sockets of its own: the message arrives, and the wire takes it (or stumbles over it).
_OWN = """import autograder.engine.wire as wire
ours, theirs = socket.socketpair()
ours.settimeout(1)
channel, number = theirs, lambda: "1"
"""
_IN_A_CHILD = (
    _OWN
    + """import signal, time
pid = os.fork()
if pid == 0:
    try:
        update_weight(3.0, 2.0, 0.5)
    finally:
        if WAITS: time.sleep(9)
        os._exit(0)
theirs.close()
came = ours.recv(1)
os.kill(pid, signal.SIGKILL)
os.wait()
"""
)
ARRIVES = "WAITS = False\n" + _IN_A_CHILD + "if came:\n    print('it worked')\n"
CLOSES = "WAITS = True\n" + _IN_A_CHILD + "if came == b'':\n    print('it worked')\n"


def _wire(name: str, tries: str, body: str, state: str = ERROR, **rest: object) -> Attack:
    return _update(
        name,
        tries,
        HEAD + body.replace("\n", "\n    ") + "\n",
        state,
        **{"cells": (WIRE,), "unguarded": ARRIVES, **rest},
    )


_RAISED = "channel.sendall(message(**{**REPLY, 'raised': %s}))\nos._exit(0)"
REPLIES = [
    _wire(
        "a forged reply",
        "answers in the engine's place, with a wrong number",
        "channel.sendall(message(**REPLY))\nos._exit(0)",
        "failed|error",
    ),
    _wire(
        "a reply twice",
        "answers and then returns, so that the next question is met by an old answer",
        "channel.sendall(message(**REPLY))\nreturn 12345.0",
        "failed|error",
    ),
    _wire(
        "a reply before the question",
        "answers with a number it made up",
        "channel.sendall(message(**{**REPLY, 'id': '0' * 16}))\nreturn 12345.0",
    ),
    _wire(
        "a number without end",
        "a reply whose number is a list",
        "channel.sendall(message(**{**REPLY, 'id': [[[]]]}))\nos._exit(0)",
    ),
    _wire("half a reply", "sends a part and ends", "channel.sendall(message(**REPLY)[:20])\nos._exit(0)"),
    _wire(
        "half a reply, and waits",
        "sends a part and waits",
        "channel.sendall(message(**REPLY)[:20])\nimport time\ntime.sleep(3600)",
        TIMED_OUT,
        slow=True,
    ),
    _wire(
        "a drop at a time",
        "sends a byte now and then, each before the time is over",
        "import time\nfor b in message(**REPLY) * 100:\n    channel.sendall(bytes([b]))\n    time.sleep(0.2)",
        TIMED_OUT,
        slow=True,
    ),
    Attack(
        "a cell that answers a drop at a time",
        "the same, where no judge's clock runs",
        {"train": TRAIN},
        cells=(
            WIRE
            + "import time\nfor b in message(outputs=[]) + bytes(500):\n    channel.sendall(bytes([b]))\n    time.sleep(0.2)",
        ),
        twin={"train": TRAIN},
        slow=True,
    ),
    _wire(
        "a giant header",
        "announces 4 GB",
        "channel.sendall(struct.pack('<II', 2**32 - 1, 2**32 - 1) + b'x' * 1000)\nimport time\ntime.sleep(3600)",
        "error|timed_out",
        slow=True,
    ),
    _wire(
        "an endless reply",
        "sends zeros without end",
        "channel.sendall(struct.pack('<II', 10, 60_000_000))\nwhile True: channel.sendall(bytes(1 << 20))",
        ERROR,
    ),
    _wire(
        "20 MB of nothing",
        "an answer that is one array of bytes",
        "channel.sendall(message(bytes(20_000_000), **{**REPLY, 'result': {'array': ['|u1', [20_000_000], 20_000_000]}}))\nos._exit(0)",
        "failed|error",
    ),
    _wire(
        "a reply nested deeply",
        "JSON nested 100,000 deep",
        "raw = b'{\"id\":' + b'[' * 100_000\nchannel.sendall(struct.pack('<II', len(raw), 0) + raw)\nos._exit(0)",
    ),
    _wire(
        "a reply of lists",
        "300,000 empty lists",
        "raw = b'{\"id\":[' + b'[],' * 300_000 + b'[]]}'\nchannel.sendall(struct.pack('<II', len(raw), 0) + raw)\nos._exit(0)",
    ),
    _wire(
        "a reply of types",
        "100,000 things that each want a class of their own",
        "raw = ('[' + ','.join('{\"foreign\":[\"a%d\",\"\"]}' % n for n in range(100_000)) + ']')\n"
        'raw = (\'{"id":"\' + number() + \'","raised":null,"warned":{"tuple":[]},"arguments":[3.0,2.0,0.5],"result":\' + raw + \'}\').encode()\n'
        "channel.sendall(struct.pack('<II', len(raw), 0) + raw)\nos._exit(0)",
        "failed|error",
    ),
    _wire(
        "an array that lies of its shape",
        "a shape of more numbers than bytes",
        "channel.sendall(message(bytes(8), **{**REPLY, 'result': {'array': ['<f8', [10**9, 10**9], 8]}}))\nos._exit(0)",
    ),
    _wire(
        "an array of pointers",
        "pointers as numbers",
        "channel.sendall(message(bytes(8), **{**REPLY, 'result': {'array': ['|O', [1], 8]}}))\nos._exit(0)",
    ),
    _wire(
        "a pickle",
        "a pickle where the header should be",
        "import pickle\nraw = pickle.dumps(print)\nchannel.sendall(struct.pack('<II', len(raw), 0) + raw)\nos._exit(0)",
    ),
    _wire("keys that are none", "a reply without its parts", "channel.sendall(message())\nos._exit(0)"),
    _wire(
        "arguments of other number",
        "gives fewer arguments back than it got",
        "channel.sendall(message(**{**REPLY, 'arguments': []}))\nos._exit(0)",
    ),
    _wire(
        "an error of no kind",
        "an exception without a class",
        _RAISED % "{'tuple': [{'tuple': []}, '', '', True, None]}",
    ),
    _wire(
        "an error of a thousand kinds",
        "an exception with too many names",
        _RAISED % "{'tuple': [{'tuple': ['k' * 1000] * 1000}, 'x' * 100_000, 'x' * 100_000, True, None]}",
    ),
    _wire(
        "an error of odd types",
        "an exception whose texts are lists",
        _RAISED % "{'tuple': [{'tuple': [[], None]}, [], {'array': ['<f8', [0], 0]}, [], []]}",
    ),
    _wire(
        "an error with a name not written",
        "claims that another function is not written",
        _RAISED % "{'tuple': [{'tuple': ['NotImplementedError']}, '', '', True, '\\ud800' * 200]}",
    ),
    _wire("a closed channel", "closes the descriptor", "os.close(channel.fileno())", unguarded=CLOSES),
    _wire(
        "a channel that leads nowhere",
        "puts another file in the descriptor's place",
        "null = os.open('x', os.O_RDWR | os.O_CREAT)\nos.dup2(null, channel.fileno())",
        unguarded=CLOSES,
    ),
    _wire(
        "a shut channel",
        "reads the next question itself and keeps it",
        "channel.recv(1 << 20, socket.MSG_DONTWAIT)",
        "failed|error",
        unguarded=_OWN
        + "ours.send(b'x')\nupdate_weight(1, 1, 1)\nours.setblocking(False)\ntry:\n    theirs.recv(1, socket.MSG_DONTWAIT)\nexcept BlockingIOError:\n    print('it worked')",
    ),
]


def _outputs(name: str, tries: str, made: str, **rest: object) -> Attack:
    """Let the engine in the student process send these bytes as a cell's outputs."""
    cell = (
        f"import autograder.engine.student as s\nMADE = {made}\nreal = s.run_cell\n"
        "def forged(*a, **k):\n    s.run_cell, s.forged = real, True\n    return MADE\ns.run_cell = forged"
    )
    return Attack(
        name, tries, {"train": TRAIN}, cells=(cell, "1"), unguarded="if s.forged:\n    print('it worked')", **rest
    )


OUTPUTS = [
    _outputs("outputs nested deeply", "brackets past every stack", "b'[' * 200_000"),
    _outputs(
        "outputs nested in a bundle",
        "an output that holds 500 lists in each other",
        'b\'[{"output_type":"display_data","metadata":{},"data":{"application/json":\' + b\'[\' * 500 + b\']\' * 500 + b\'}}]\'',
    ),
    _outputs(
        "outputs of odd types",
        "an output type that is a list",
        'b\'[{"output_type":[]},{"output_type":{}},1,null,[]]\'',
    ),
    _outputs(
        "outputs of the examiner's form",
        "a passed verdict as the result of every cell",
        'b\'[{"output_type":"execute_result","execution_count":1,"metadata":{},"data":{"text/plain":"1.0"}}]\'',
    ),
    _outputs(
        "outputs without measure",
        "30 MB in one cell",
        'b\'[{"output_type":"stream","name":"stdout","text":"\' + b\'x\' * 30_000_000 + b\'"}]\'',
    ),
    _outputs(
        "outputs without number",
        "3,000 outputs in one cell",
        'b\'[\' + b\',\'.join([b\'{"output_type":"stream","name":"stdout","text":""}\'] * 3_000) + b\']\'',
    ),
    _outputs(
        "outputs that are not Unicode",
        "a lone surrogate by escape",
        'b\'[{"output_type":"stream","name":"stdout","text":"\\\\ud800"}]\'',
    ),
    _outputs(
        "outputs that end the cell",
        "an error with the name of the engine's own",
        'b\'[{"output_type":"error","ename":"DeadKernelError","evalue":"","traceback":[]}]\'',
    ),
]


HONEST_SAVE = "def save_model(path, weights, bias):\n    np.savez(path, weights=weights, bias=bias)\n"


def _models(
    name: str,
    tries: str,
    save: str,
    load: str | None = None,
    states: tuple[str, str] = (FAILED, FAILED),
    **rest: object,
) -> Attack:
    """Attack by the two functions of lab 05 whose files the examiner touches."""
    answers = {"save_model": save} | ({"load_model": load} if load else {})
    return Attack(
        name,
        tries,
        answers,
        lab=LAB05,
        twin={"save_model": HONEST_SAVE},
        states=dict(zip(("save_model", "load_model"), states, strict=True)),
        **rest,
    )


SAVE, LOAD = "def save_model(path, weights, bias):\n    ", "def load_model(path):\n    "
_CLUELESS = LOAD + "return 0.0, 0.0\n"
MODELS = [
    _models(
        "a model in memory",
        "the file holds only a number, the models stay in the process",
        "kept = []\n"
        + SAVE
        + "kept.append((weights, bias))\n    with open(path, 'w') as f: f.write(str(len(kept) - 1))\n",
        LOAD + "with open(path) as f: return kept[int(f.read())]\n",
        ("failed|error", "failed|error"),
    ),
    _models(
        "a model under its path",
        "the file is empty, the models stay in the process by the path",
        "kept = {}\n" + SAVE + "kept[str(path)] = (weights, bias)\n    open(path, 'w').close()\n",
        LOAD + "return kept[str(path)]\n",
        ("failed|error", "failed|error"),
    ),
    _models(
        "a model that removes the others",
        "save_model removes what is beside its file",
        SAVE
        + "import os\n    folder = os.path.dirname(str(path))\n    for n in os.listdir(folder): os.unlink(os.path.join(folder, n))\n    np.savez(path, weights=weights, bias=bias)\n",
        None,
        ("failed|error", PASSED),
    ),
    _models(
        "a folder in the copy's place",
        "save_model makes folders where the examiner copies to",
        SAVE
        + "import os\n    folder = os.path.dirname(str(path))\n    for n in range(20): os.makedirs(os.path.join(folder, f'copy of {n}.npz'), exist_ok=True)\n    np.savez(path, weights=weights, bias=bias)\n",
        None,
        ("failed|error|passed", PASSED),
    ),
    _models(
        "a model that is a text",
        "weights and bias are saved as texts without a dimension",
        SAVE + "np.savez(path, weights=np.array('x'), bias=np.array('y'))\n",
        _CLUELESS,
    ),
    _models(
        "a model of dates",
        "weights and bias are saved as dates",
        SAVE + "np.savez(path, weights=np.array(['2020-01-01'], 'M8[D]'), bias=np.datetime64('2020'))\n",
        _CLUELESS,
    ),
    _models(
        "a model of records",
        "weights and bias are saved as records",
        SAVE + "np.savez(path, weights=np.zeros((), 'i4,f8'), bias=np.zeros(3, 'i4,f8'))\n",
        _CLUELESS,
    ),
    _models(
        "a model of complex numbers",
        "weights and bias are complex",
        SAVE + "np.savez(path, weights=weights + 0j, bias=np.asarray(bias) + 0j)\n",
        _CLUELESS,
    ),
    _models(
        "a pickle in a model",
        "the examiner's partner would unpickle it",
        "class Evil:\n    def __reduce__(self): return eval, (\"open('@OUTSIDE@/pickled', 'w')\",)\n"
        + SAVE
        + "np.savez(path, weights=np.array([Evil()], dtype=object), bias=bias)\n",
        _CLUELESS,
        ("failed|error", FAILED),
    ),
    _models(
        "a model of 800 GB",
        "the file claims an array larger than any memory",
        "import io, zipfile\n"
        + SAVE
        + "head = io.BytesIO()\n    np.lib.format.write_array_header_1_0(head, {'descr': '<f8', 'fortran_order': False, 'shape': (10**11,)})\n"
        "    with zipfile.ZipFile(path, 'w') as z:\n        z.writestr('weights.npy', head.getvalue())\n        z.writestr('bias.npy', head.getvalue())\n",
        _CLUELESS,
        ("failed|error", FAILED),
    ),
    _models(
        "a model that is no archive",
        "bytes that are nothing",
        SAVE + "open(path, 'wb').write(b'\\x93NUMPY\\x01\\x00\\xff\\xff' + b'(' * 65535)\n",
        _CLUELESS,
        ("failed|error", FAILED),
    ),
    _models(
        "a folder in the model's place",
        "makes a folder where the file should be",
        SAVE + "import os\n    os.path.isdir(path) or os.mkdir(path)\n",
        _CLUELESS,
        ("failed|error", FAILED),
    ),
]

_SIGNATURES = {
    "preprocess": "images",
    "one_hot": "labels, classes",
    "neural_network": "image, weights",
    "accuracy": "images, labels, weights",
    "linear1": "xb, weights, bias",
    "sigmoid": "x",
    "batch_accuracy": "predictions, targets, threshold",
    "train_epoch": "xb, targets, weights, bias, alpha, batch_size",
}
MANY = [
    Attack(
        "eight functions that exit",
        "more of them than a submission may lose processes, all but the last two and the model files",
        {name: f"import os\ndef {name}({given}):\n    os._exit(0)\n" for name, given in _SIGNATURES.items()},
        # The three are right but for the helpers that exit: their marks may be carried forward.
        states={
            **dict.fromkeys(["train_step", "mnist_loss", "gradients"], "error|passed"),
            **dict.fromkeys(_SIGNATURES, ERROR),
        },
        twin={"save_model": HONEST_SAVE},
        lab=LAB05,
    ),
]

_KINDLESS = """import os
def update_weights(weights, weight_deltas, alpha):
    if len(weights) == len(weight_deltas):
        return [w - alpha * d for w, d in zip(weights, weight_deltas)]
    given = [weights, weight_deltas, alpha]
    channel.sendall(message(result=None, warned={"tuple": []}, arguments=given, raised={"tuple": [{"tuple": []}, "", "", True, None]}))
    os._exit(0)
"""
MANY.append(
    Attack(
        "an error of no kind where one is due",
        "an exception without a class, where the test asks for a ValueError",
        {"update_weights": _KINDLESS},
        cells=(WIRE,),
        states={"update_weights": "error|failed"},
        unguarded=_OWN + "pid = os.fork()\nif pid == 0:\n    update_weights([1.0], [1.0, 2.0], 1.0)\nos.wait()\n"
        "if wire.receive(ours)['raised'][0] == ():\n    print('it worked')",
        lab=LAB02,
    )
)

_HONEST_TRAIN = """def train(inputs, true, weights, alpha, iterations):
    if len(inputs) != len(weights):
        raise ValueError(f"{len(inputs)} inputs and {len(weights)} weights")
    weights, errors = list(weights), []
    for _ in range(iterations):
        delta = sum(i * w for i, w in zip(inputs, weights)) - true
        errors.append(delta ** 2)
        weights = [w - alpha * i * delta for w, i in zip(weights, inputs)]
    return weights, errors
"""
# The answers of the visible check, which students have, and then an end before the hidden cases come.
_BY_HEART = """from course_utils.checking.cases import read_table
known = {repr(case.arguments): case for case in read_table("02_multiple_inputs")["train"].cases}

def train(*given):
    case = known.get(repr(given))
    if case is not None and case.expected is not None:
        weights, errors = case.expected
        return weights.tolist(), errors.tolist()
    if case is None:
        %s
    %s
"""
_ENDS_AFTER = {
    "by heart, then a stub": ("return 0", "raise NotImplementedError"),
    "by heart, then an exit": ("return 0", "import os; os._exit(0)"),
    "by heart, then a hang": ("import time; time.sleep(100)", "return 0"),
    "by heart, then a hang, lengths right": (
        "import time; time.sleep(100)",
        "raise ValueError(f'{len(given[0])} and {len(given[2])}')",
    ),
    "by heart, then a feigned end": (
        "return 0",
        "raise type('DeadProcess', (ValueError,), {})(f'{len(given[0])} and {len(given[2])}')",
    ),
}
BY_HEART = [
    Attack(
        name,
        "knows the visible cases by heart, and keeps the hidden ones from being tried",
        {"train": _BY_HEART % ends},
        states={"train": "error|failed|timed_out"},
        twin={"train": _HONEST_TRAIN},
        lab=LAB02,
        slow="hang" in name,
        nothing=("train",),
    )
    for name, ends in _ENDS_AFTER.items()
]

# Holes that are known and open: what they need is in other modules.
_OPEN: dict[str, str] = {}

ATTACKS = [*PATCHES, *LIARS, *READS, *WRITES, *PROCESSES, *ENDS, *FLOODS, *REPLIES, *OUTPUTS, *MODELS, *MANY, *BY_HEART]
ATTACKS = [replace(attack, hole=_OPEN.get(attack.name)) for attack in ATTACKS]
