"""The rules of this house, each a function from a module to the sentences that say where it is broken.

`tests/test_house_rules.py` holds every module to them and each rule to a module that breaks it.
"""

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

DASHBOARD = {"components", "plotly", "streamlit"}
NETWORK = {"aiohttp", "ftplib", "http", "httpx", "requests", "smtplib", "socket", "ssl", "urllib3", "websockets"}
PURE = re.compile(r"etl/|components/(charts|briefing)(/|\.py)|components/(captions|downloads|palette|api)(/|\.py)")
READS_SOURCES = re.compile(r"etl/(sources/.*|pipeline\.py|__main__\.py)")
SHOWS = re.compile(r"components/(pages/.*|shell\.py)")
READERS = {"duckdb", "etl.pipeline", "etl.sources", "etl.store", "pandas", "pyarrow"}

AIM_OF_A_MODULE = 250
LINES_OF_A_MODULE = 300
LINES_OF_A_PAGE = 60
MEDIAN_OF_A_BODY = 8
LINES_OF_A_BODY = 60
LONG = {"etl/tables.py": "declarations, a line a column; splitting them would hide a table from the one beside it"}
"""The modules that may be longer, each with the reason."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """One module: its path from the root, with forward slashes, and its text."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """The syntax tree of the text."""
        return ast.parse(self.text)

    def nodes(self, *kinds: type[ast.AST]) -> Iterator[ast.AST]:
        """Yield every node of the kinds."""
        return (node for node in ast.walk(self.tree) if isinstance(node, kinds))


Rule = Callable[[Module], Iterator[str]]


def imported(nodes: Iterator[ast.AST]) -> set[str]:
    """Return the full name of all that the nodes import, the modules it stands in included."""
    names: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("import_module"):
            names |= {part.value for part in ast.walk(node) if isinstance(part, ast.Constant) and isinstance(part.value, str)}
    return {".".join(name.split(".")[:depth]) for name in names for depth in range(1, name.count(".") + 2)}


def at_import(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the nodes that run when the module is imported: all but the bodies of functions."""
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, Function | ast.Lambda):
            yield child
            yield from at_import(child)


def body_without_docstring(node: Function | ast.Module) -> list[ast.stmt]:
    """Return the statements of a function or module after its docstring."""
    return node.body[1:] if ast.get_docstring(node) is not None else node.body


def etl_never_imports_the_dashboard(module: Module) -> Iterator[str]:
    """The tables are made without the pages that show them."""
    if module.path.startswith("etl/"):
        yield from sorted(DASHBOARD & imported(ast.walk(module.tree)))


def pure_modules_never_import_streamlit(module: Module) -> Iterator[str]:
    """Charts, texts and routes are made without a page, so a briefing or a test can use them."""
    if PURE.match(module.path):
        yield from sorted({"streamlit"} & imported(ast.walk(module.tree)))


def only_the_pipeline_imports_sources(module: Module) -> Iterator[str]:
    """A source is added by one file because nothing else knows that it is there."""
    if not READS_SOURCES.match(module.path):
        yield from sorted(name for name in imported(ast.walk(module.tree)) if name.startswith("etl.sources"))


def pages_read_through_components_data(module: Module) -> Iterator[str]:
    """One module reads for the pages, so all of them show the same build."""
    if SHOWS.match(module.path):
        yield from sorted(READERS & imported(ast.walk(module.tree)))


def no_network_at_import(module: Module) -> Iterator[str]:
    """Only `fetch()` touches the network; what is imported for it is imported in it."""
    if module.path.startswith("etl/"):
        names = imported(at_import(module.tree))
        yield from sorted((NETWORK | {"urllib.request"}) & names)


def modules_stay_short(module: Module) -> Iterator[str]:
    """A module is read at one sitting, a page at one glance."""
    limit = LINES_OF_A_PAGE if module.path.startswith("components/pages/") else LINES_OF_A_MODULE
    if module.path not in LONG and (n_lines := len(module.text.splitlines())) > limit:
        yield f"{n_lines} lines, at most {limit}"


def body_lengths(module: Module) -> Iterator[tuple[str, int]]:
    """Yield the name and the lines of each function, its signature and docstring left out."""
    for node in module.nodes(ast.FunctionDef, ast.AsyncFunctionDef):
        body = body_without_docstring(node)
        yield node.name, body[-1].end_lineno - body[0].lineno + 1 if body else 0


def functions_stay_short(module: Module) -> Iterator[str]:
    """A function fits on a screen."""
    for name, n_lines in body_lengths(module):
        if n_lines > LINES_OF_A_BODY:
            yield f"{name} has {n_lines} lines, at most {LINES_OF_A_BODY}"


def no_broad_except(module: Module) -> Iterator[str]:
    """An error nobody thought of must be seen."""
    broad = {"Exception", "BaseException"}
    for node in module.nodes(ast.ExceptHandler):
        caught = {"Exception"} if node.type is None else {ast.unparse(part) for part in ast.walk(node.type)}
        if caught & broad:
            yield f"line {node.lineno} catches everything"
    for call in module.nodes(ast.Call):
        if ast.unparse(call.func).endswith("suppress") and {ast.unparse(argument) for argument in call.args} & broad:
            yield f"line {call.lineno} suppresses everything"


def absence_is_not_zero(module: Module) -> Iterator[str]:
    """A count that is missing stays missing (counting rule 1)."""
    for call in module.nodes(ast.Call):
        name = ast.unparse(call.func).rpartition(".")[2]
        filled = [*call.args, *(k.value for k in call.keywords)] if name in ("fillna", "fill_null") else []
        filled += [k.value for k in call.keywords if k.arg == "fill_value"]
        if name == "nan_to_num" or any(map(_is_zero, filled)):
            yield f"line {call.lineno} turns what is missing into zero"


def _is_zero(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value == 0 and node.value is not False


def no_unsafe_html(module: Module) -> Iterator[str]:
    """Excerpts are other people's text; none of it becomes markup."""
    for keyword in module.nodes(ast.keyword):
        if keyword.arg == "unsafe_allow_html":
            yield f"line {keyword.value.lineno} allows unsafe HTML"


def no_shape_by_shape_drawing(module: Module) -> Iterator[str]:
    """One shape at a time takes seconds on a long timeline; one `update_layout(shapes=...)` takes none."""
    for node in module.nodes(ast.Attribute):
        if node.attr in ("add_vrect", "add_hrect", "add_vline", "add_hline"):
            yield f"line {node.lineno} calls {node.attr}"


def public_names_have_docstrings(module: Module, scope: ast.AST | None = None, prefix: str = "") -> Iterator[str]:
    """What is public says what comes back."""
    scope = scope or module.tree
    if isinstance(scope, ast.Module) and not ast.get_docstring(scope):
        yield "the module has no docstring"
    for node in ast.iter_child_nodes(scope):
        if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_"):
            if not ast.get_docstring(node):
                yield f"{prefix}{node.name} has no docstring"
            if isinstance(node, ast.ClassDef):
                yield from public_names_have_docstrings(module, node, f"{node.name}.")


def nothing_is_left_to_do(module: Module) -> Iterator[str]:
    """What stands here works: no notes to finish later; a function that does nothing says that it means to."""
    for number, line in enumerate(module.text.splitlines(), start=1):
        if re.search(r"#.*\b(TODO|FIXME|XXX|HACK)\b", line):
            yield f"line {number} leaves a note"
    protocols = {f for c in module.nodes(ast.ClassDef) if "Protocol" in map(ast.unparse, c.bases) for f in ast.walk(c)}
    for node in module.nodes(ast.FunctionDef, ast.AsyncFunctionDef):
        means_to = re.search(r"\b(no|nothing)\b", ast.get_docstring(node) or "")
        if node not in protocols and not means_to and all(map(_does_nothing, body_without_docstring(node))):
            yield f"{node.name} does nothing"


def _does_nothing(statement: ast.stmt) -> bool:
    is_ellipsis = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    return isinstance(statement, ast.Pass) or is_ellipsis or "NotImplementedError" in ast.unparse(statement)


def no_drawer_for_the_rest(module: Module) -> Iterator[str]:
    """A module is named for what it is about."""
    if module.path.rpartition("/")[2] in ("utils.py", "helpers.py", "common.py", "misc.py", "manager.py"):
        yield "the name says nothing"


RULES: tuple[Rule, ...] = (
    etl_never_imports_the_dashboard,
    pure_modules_never_import_streamlit,
    only_the_pipeline_imports_sources,
    pages_read_through_components_data,
    no_network_at_import,
    modules_stay_short,
    functions_stay_short,
    no_broad_except,
    absence_is_not_zero,
    no_unsafe_html,
    no_shape_by_shape_drawing,
    public_names_have_docstrings,
    nothing_is_left_to_do,
    no_drawer_for_the_rest,
)

MACHINE_PATH = re.compile(r"(?<![\w.:/-])(?:/(?:work|opt|root|tmp|home|Users|mnt)/|[A-Z]:\\Users)")
PACKAGE_INDEX = re.compile(r"--(?:(?:extra-)?index-url|find-link[s]|trusted-hos[t])|pypi[^ ]*/simpl[e]|(?:PIP|UV)_INDE[X]", re.I)


def not_for_others(text: str) -> list[str]:
    """Return each address in a text that means something on one machine only: its folders, its package index."""
    return [match[0] for pattern in (MACHINE_PATH, PACKAGE_INDEX) for match in pattern.finditer(text)]
