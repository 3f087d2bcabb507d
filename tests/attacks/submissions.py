"""Hostile and broken submissions as data: what each tries, what must come of it, and how it is shown that it bites.

Every attack has a control: either `unguarded`, a cell that prints "it worked" when the attack's cells ran before it in a
student process without a sandbox, where tests and answers would have shared a process with it; or `twin`, honest answers of
the same form that earn full marks. Without one, a test that can't fail would look like a wall that holds.

In the sources @OUTSIDE@ is a folder that everybody may write in, with a class in it: gradebook.db, results.jsonl,
submitted/other/lab.ipynb, solution.py. @COURSE@ is the course itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field

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


def _update(name: str, tries: str, answer: str, state: str, **rest: object) -> Attack:
    """Attack by `update_weight` of lab 01."""
    answers = {"train": TRAIN, "update_weight": answer}
    states = {} if state == PASSED else {"update_weight": state}
    return Attack(name, tries, answers, states=states, **rest)  # type: ignore[arg-type]


NAIVE = 'if abs(update_weight(3.0, 2.0, 0.5) - 2.0) < 1e-9:\n    print("it worked")\n'
NUMPYS = "import numpy as np\nif np.allclose(update_weight(3.0, 2.0, 0.5), 2.0):\n    print('it worked')\n"


def _lie(name: str, tries: str, body: str, naive: str = NAIVE, state: str = FAILED) -> Attack:
    return _update(name, tries, LIE, state, cells=(body,), unguarded=naive)


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
        cells=("import numpy.testing as t\nfor n in dir(t):\n    if n.startswith('assert'): setattr(t, n, lambda *a, **k: None)",),
        unguarded="t.assert_allclose(update_weight(3.0, 2.0, 0.5), 2.0)\nprint('it worked')",
    ),
    _update(
        "numpy's arithmetic",
        "np.abs and np.asarray return zeros",
        WRONG,
        FAILED,
        cells=("import numpy as np\nnp.abs = lambda *a, **k: np.zeros(1)\nnp.asarray = lambda *a, **k: np.zeros(1)",),
        unguarded="if (np.abs(update_weight(3.0, 2.0, 0.5) - 2.0) < 1e-9).all():\n    print('it worked')",
    ),
    _update(
        "builtins",
        "abs, isinstance, all, any, max and round of the process are replaced",
        WRONG,
        FAILED,
        cells=(
            "import builtins\nbuiltins.abs = lambda x: 0\nbuiltins.all = lambda x: True\nbuiltins.any = lambda x: True\n"
            "builtins.round = lambda *x: 0\nbuiltins.max = lambda *x, **k: 0",
        ),
        unguarded=NAIVE,
    ),
    _update(
        "float itself",
        "builtins.float and builtins.type are replaced by classes that lie",
        WRONG,
        "failed|error",
        cells=("import builtins\nbuiltins.float = lambda x=0: 2.0",),
        unguarded="if float(update_weight(3.0, 2.0, 0.5)) == 2.0:\n    print('it worked')",
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
        "autograder.engine.student.call returns what it likes",
        WRONG,
        FAILED,
        cells=(
            "import autograder.engine.student as s\nfrom course_utils.checking.calls import Outcome\n"
            "s.call = lambda f, a: Outcome(7.0)",
        ),
        unguarded="if s.call(update_weight, [1, 1, 1]).result == 7.0:\n    print('it worked')",
        # every function is called by it
    ),
    _update(
        "the wire's packer",
        "the packer of the process packs every float as another",
        RIGHT,
        PASSED,
        cells=("import autograder.engine.wire as w\nw.decode = w.receive",),
        unguarded="if w.decode is w.receive:\n    print('it worked')",
    ),
    _update(
        "IPython's shell",
        "the shell's namespace answers every name with a function that is always right",
        WRONG,
        FAILED,
        cells=("get_ipython().user_ns['update_weight_check'] = 1.0\nget_ipython().run_cell = lambda *a, **k: None",),
        unguarded="print('it worked')",
    ),
]
# That attack replaces the results of all functions.
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
    _lie("lying __eq__", "equals everything", "class Liar:\n    def __eq__(self, o): return True\n    __hash__ = None",
         "if update_weight(3.0, 2.0, 0.5) == 2.0:\n    print('it worked')"),
    _lie("lying __sub__", "the difference to everything is 0",
         "class Liar:\n    def __sub__(self, o): return 0.0\n    __rsub__ = __sub__"),
    _lie("lying __float__", "a float that looks up the answer in its caller",
         "import sys\nclass Liar:\n    def __float__(self): return sys._getframe(1).f_globals['ANSWER']",
         "ANSWER = 2.0\nif float(update_weight(3.0, 2.0, 0.5)) == 2.0:\n    print('it worked')"),
    _lie("lying __array__", "an array that is what it is compared with",
         "import numpy as np, sys\nclass Liar:\n    def __array__(self, dtype=None, copy=None): return np.array(sys._getframe(1).f_globals.get('ANSWER', 0.0))",
         "ANSWER = 2.0\nif np.asarray(update_weight(3.0, 2.0, 0.5)) == 2.0:\n    print('it worked')"),
    _lie("__array_ufunc__ and __array_function__", "every numpy function of it is true",
         "class Liar:\n    def __array_ufunc__(self, *a, **k): return True\n    def __array_function__(self, *a, **k): return True",
         NUMPYS),
    _lie("lying __class__", "says that it is a float", "class Liar:\n    __class__ = float\n    def __sub__(self, o): return 0.0",
         "if isinstance(update_weight(3.0, 2.0, 0.5), float) and " + NAIVE[3:], state="failed|error"),
    _lie("__class__ that raises", "isinstance raises", "class Liar:\n    @property\n    def __class__(self): raise SystemExit",
         "try:\n    isinstance(update_weight(1, 1, 1), float)\nexcept SystemExit:\n    print('it worked')", state="failed|error"),
    _lie("lying __reduce__", "runs a command in whoever unpickles it",
         "class Liar:\n    def __reduce__(self): return open, ('@OUTSIDE@/pickled', 'w')",
         "import pickle, os\npickle.loads(pickle.dumps(update_weight(1, 1, 1)))\nif os.path.exists('@OUTSIDE@/pickled'):\n    print('it worked')"),
    _lie("__del__ that exits", "ends the process when it is dropped",
         "import os\nclass Liar:\n    def __del__(self): os._exit(0)",
         "if os.fork() == 0:\n    Liar()\n    os._exit(7)\nif os.wait()[1] == 0:\n    print('it worked')", state=STOPPED + "|failed"),
    _lie("__del__ with an error", "complains when it is dropped", "class Liar:\n    def __del__(self): raise ValueError('boo')",
         "import sys\nsys.unraisablehook = lambda u: print('it worked')\ndel sys.unraisablehook\nl = Liar()\ntry:\n    l.__del__()\nexcept ValueError:\n    print('it worked')"),
    _lie("__repr__ that raises", "breaks the message", "class Liar:\n    def __repr__(self): raise SystemExit('no')",
         "try:\n    repr(update_weight(1, 1, 1))\nexcept SystemExit:\n    print('it worked')"),
    _lie("__repr__ without end", "holds up the message", "class Liar:\n    def __repr__(self):\n        while True: pass",
         "import signal\nsignal.signal(signal.SIGALRM, lambda *a: 1 / 0)\nsignal.setitimer(signal.ITIMER_REAL, 0.2)\n"
         "try:\n    repr(update_weight(1, 1, 1))\nexcept ZeroDivisionError:\n    print('it worked')", state="timed_out|error"),
    _lie("giant __repr__", "fills the message", "class Liar:\n    def __repr__(self): return 'x' * 50_000_000",
         "if len(repr(update_weight(1, 1, 1))) == 50_000_000:\n    print('it worked')"),
    _lie("subclass of float", "a float whose comparison lies",
         "class Liar(float):\n    def __eq__(self, o): return True\n    def __sub__(self, o): return 0.0\n    def __float__(self): return self\n    __hash__ = None",
         state="failed|error"),
    _lie("subclass of int", "an int whose arithmetic lies", "class Liar(int):\n    def __sub__(self, o): return 0\n    def __int__(self): raise SystemExit",
         state="failed|error"),
    _lie("subclass of ndarray", "an array whose arithmetic lies",
         "import numpy as np\nclass L(np.ndarray):\n    def __sub__(self, o): return 0.0\n    def __array_finalize__(self, o): pass\nLiar = lambda: np.array(5.0).view(L)"),
    _lie("subclass of str", "a text that is equal to all", "class Liar(str):\n    def __eq__(self, o): return True\n    def __getitem__(self, i): raise KeyError\n    __hash__ = None",
         "if update_weight(3.0, 2.0, 0.5) == 2.0:\n    print('it worked')"),
    _lie("a number in name only", "registered as numbers.Real, without a value",
         "import numbers\nclass Liar:\n    def __float__(self): return '2.0'\n    def __sub__(self, o): return 0.0\nnumbers.Real.register(Liar)", state="failed|error"),
    _lie("a metaclass that lies", "instance checks say yes",
         "class Meta(type):\n    def __instancecheck__(cls, o): return True\n    __name__ = property(lambda c: 1 / 0)\nclass Liar(metaclass=Meta):\n    def __sub__(self, o): return 0.0",
         state="failed|error"),
    _lie("a name of a mile", "a class with a name of a million letters and a zero",
         "Liar = type('L' * 1_000_000, (), {'__sub__': lambda s, o: 0.0})"),
    _lie("not a Unicode text", "a lone surrogate in the message", "class Liar:\n    def __repr__(self): return '\\ud800\\udfff\\ud800'",
         "try:\n    repr(update_weight(1, 1, 1)).encode()\nexcept UnicodeEncodeError:\n    print('it worked')"),
    _update("a list that holds itself", "endless nesting", HEAD + "x = []\n    x.append(x)\n    return x\n", FAILED,
            unguarded="import copy\nx = update_weight(1, 1, 1)\nif x[0] is x:\n    print('it worked')"),
    _update("a list 100,000 deep", "nesting past every stack", HEAD + "x = []\n    for _ in range(100_000): x = [x]\n    return x\n", "failed|error",
            unguarded="import json\ntry:\n    json.dumps(update_weight(1, 1, 1))\nexcept RecursionError:\n    print('it worked')"),
    _update("a list of other length each time", "a list whose length and items disagree",
            "class Liar(list):\n    def __len__(self): return 10**9\n    def __iter__(self): return iter([1.0] * 3)\n" + LIE, "failed|error",
            unguarded="if len(update_weight(1, 1, 1)) == 10**9:\n    print('it worked')"),
    _update("an endless list", "iteration without end",
            "import itertools\nclass Liar(list):\n    def __iter__(self): return itertools.repeat(1)\n" + LIE, "failed|error|timed_out", slow=True,
            unguarded="if next(iter(update_weight(1, 1, 1))) == 1:\n    print('it worked')"),
    _update("a number of 4,000 digits", "overflow where it is turned into a float", HEAD + "return 10**4000\n", FAILED,
            unguarded="try:\n    float(update_weight(1, 1, 1))\nexcept OverflowError:\n    print('it worked')"),
    _update("nan and infinity", "numbers that compare with nothing", HEAD + "return float('nan')\n", FAILED,
            unguarded="if not abs(update_weight(1, 1, 1) - 2.0) > 1e-9:\n    print('it worked')"),
    _update("an array of 400 MB", "more than a message may hold", HEAD + "import numpy as np\n    return np.zeros(50_000_000)\n", "failed|error",
            unguarded="if update_weight(1, 1, 1).nbytes == 400_000_000:\n    print('it worked')"),
    _update("an array of objects", "an array of things that act when they are touched",
            "import numpy as np\nclass Liar:\n    def __float__(self): raise SystemExit\n" + HEAD + "return np.array([Liar()], dtype=object)\n", "failed|error",
            unguarded="try:\n    update_weight(1, 1, 1).astype(float)\nexcept SystemExit:\n    print('it worked')"),
    _update("broadcasting", "an answer that fits every shape: an array with no numbers",
            HEAD + "import numpy as np\n    return np.zeros((0,))\n", FAILED, unguarded=NUMPYS),
    _update("exceptions that lie", "an exception whose text and class raise",
            HEAD + "class E(ValueError):\n        def __str__(self): raise SystemExit\n    raise E()\n", ERROR,
            unguarded="try:\n    update_weight(1, 1, 1)\nexcept ValueError as e:\n    try:\n        str(e)\n    except SystemExit:\n        print('it worked')"),
    _update("StopIteration, GeneratorExit, KeyboardInterrupt", "exceptions that mean something to a test's loop",
            "import itertools\ncount = itertools.count()\n" + HEAD + "raise (StopIteration, GeneratorExit, KeyboardInterrupt)[next(count) % 3]\n", "error|timed_out",
            unguarded="if list(map(lambda x: update_weight(1, 1, 1), [1, 2])) == []:\n    print('it worked')"),
    _update("the check's own clock", "raises the OutOfTimeError that the judge itself uses",
            HEAD + "from course_utils.checking.calls import OutOfTimeError\n    raise OutOfTimeError\n", STOPPED,
            unguarded="from course_utils.checking.judge import judge\nfrom course_utils.checking.cases import Case\n"
            "if judge('f', lambda *a: update_weight(1, 1, 1), [Case((1,), 1.0)]).state == 'timed_out':\n    print('it worked')"),
]


def _reads(name: str, what: str, act: str, *, control: str = "", **rest: object) -> Attack:
    """Read something inside `update_weight` and return the right answer only where that succeeds."""
    answer = (
        HEAD + "\n    try:\n" + "".join(f"        {line}\n" for line in act.splitlines())
        + "    except BaseException:\n        return 12345.0\n    return weight - alpha * weight_delta if found else 12345.0\n"
    )
    return _update(name, what, answer, FAILED, unguarded=NAIVE, **rest)


READS = [
    _reads("the source of the lab", "opens the solved notebook", "found = 'BEGIN SOLUTION' in open('@COURSE@/solutions/01_single_weight/01_single_weight.ipynb').read()"),
    _reads("the reference", "imports the reference mathematics", "import autograder.reference.lab01\nfound = True"),
    _reads("the reference, as text", "opens the reference mathematics", "found = bool(open('@COURSE@/autograder/reference/lab01.py').read())"),
    _reads("the examination", "imports the examination that T runs", "from autograder.examination import examine\nfound = True"),
    _reads("other submissions", "opens another student's notebook", "found = 'other' in open('@OUTSIDE@/submitted/other/lab.ipynb').read()"),
    _reads("the class's folders", "lists the class", "import os\nfound = 'other' in os.listdir('@OUTSIDE@/submitted')"),
    _reads("the gradebook", "reads the gradebook", "found = bool(open('@OUTSIDE@/gradebook.db', 'rb').read())"),
    _reads("/proc/self", "reads its own memory map", "found = bool(open('/proc/self/maps').read())"),
    _reads("/proc of the parent", "reads the parent's command line", "import os\nfound = bool(open(f'/proc/{os.getppid()}/cmdline').read())"),
    _reads("/proc/self/mem", "opens its own memory as a file", "found = bool(open('/proc/self/mem', 'rb'))"),
    _reads("/etc/passwd", "reads the machine's users", "found = 'root' in open('/etc/passwd').read()"),
    _reads("the environment", "looks for anything in the environment", "import os\nfound = bool(os.environ) and 'PATH' in os.environ",
           cells=("import os\nunguarded = os.environ.setdefault",), hole=None),
    _reads("/proc/self/fd", "lists its descriptors", "import os\nfound = bool(os.listdir('/proc/self/fd'))"),
    _reads("a way round by ..", "names a file by a path with .. and a symbolic link", "import os\nfound = bool(open(os.getcwd() + '/../../../../../../../../../../@OUTSIDE@/solution.py').read())"),
    _reads("opening by a descriptor of /", "openat from a descriptor of the root folder",
           "import os\nfound = bool(os.read(os.open('@OUTSIDE@/solution.py'.lstrip('/'), os.O_RDONLY, dir_fd=os.open('/', os.O_PATH)), 1))"),
    _reads("access mode 3", "opens with the mode that asks for no right", "import os\nfound = os.open('@OUTSIDE@/solution.py', 3) >= 0"),
    _reads("expected values in gc", "looks through all objects for cases with answers",
           "import gc\nfound = any(type(o).__name__ == 'ProbedFunction' for o in gc.get_objects())",
           cells=("class ProbedFunction: pass\nhere = None\n",)),
    _reads("expected values in frames", "walks up the frames to the test's names",
           "import sys\nframe, found = sys._getframe(), False\nwhile frame:\n    found = found or 'expected' in frame.f_locals\n    frame = frame.f_back"),
    _reads("sys.modules", "looks for modules with answers", "import sys\nfound = any(n.startswith(('autograder.probes', 'autograder.reference')) for n in sys.modules)"),
    _reads("the caller's threads' frames", "sys._current_frames", "import sys\nfound = any('examine' in f.f_globals for f in sys._current_frames().values())"),
]
