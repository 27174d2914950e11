"""Makes the Python package: openapi-python-client writes models and operations, this file the resources on top of them.

It is a program of its own: render.py <folder with document.json and facts.json> <folder of the package>.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from openapi_python_client import Project
from openapi_python_client.config import ClassOverride, Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError
from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.parser.properties import ModelProperty, Property
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.schema.untrusted_string import UntrustedString
from openapi_python_client.strings import PythonIdentifier

Facts = dict[str, Any]

HERE = Path(__file__).parent

# Each event of a stream is parsed by itself.
MEDIA_TYPES = {"text/event-stream": "application/json"}


def parse(document: Path, out: Path, overrides: dict[str, ClassOverride]) -> tuple[GeneratorData, Config]:
    file = ConfigFile(
        class_overrides=overrides, post_hooks=[], package_name_override=out.name, content_type_overrides=MEDIA_TYPES
    )
    config = Config.from_sources(file, MetaType.NONE, document, "utf-8", True, out)
    data = GeneratorData.from_dict(json.loads(document.read_text("utf-8")), config=config)
    if isinstance(data, GeneratorError):
        raise SystemExit(f"openapi-python-client cannot read the contract: {data.header} {data.detail}")
    return data, config


def overrides_of(data: GeneratorData) -> dict[str, ClassOverride]:
    """The generator names a variable after the module. A property of that name would get two types."""
    models = [model for model in data.models if isinstance(model, ModelProperty)]
    return {
        str(model.class_info.name): ClassOverride(module_name=f"{model.class_info.module_name}_model")
        for model in models
        for property in [*(model.required_properties or []), *(model.optional_properties or [])]
        if property.python_name == model.class_info.module_name
    }


def plain(text: UntrustedString) -> str:
    return str(text.get_untrusted_value())


def code(text: Any) -> str:
    """The generator's own code for a type or a declaration. A method may be called list."""
    return re.sub(r"\blist\[", "builtins.list[", text.as_unembedded_code())


def docstring(text: str, indent: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').strip()
    return f'{indent}"""' + escaped.replace("\n", f"\n{indent}") + '"""'


class Method:
    """One operation, with what the generator knows of it and what the contract says of its use."""

    def __init__(self, facts: Facts, endpoint: Endpoint, taken: list[str]) -> None:
        self.facts = facts
        self.taken = taken
        self.endpoint = endpoint
        self.module = str(endpoint.name)
        self.revalidates = [p for p in endpoint.header_parameters if plain(p.name).lower() == "if-none-match"]
        key = next((p for p in endpoint.header_parameters if plain(p.name).lower() == "idempotency-key"), None)
        self.key = str(key.python_name) if key and facts["repeat"] == "key" else None
        named = [r for r in endpoint.responses.patterns if r.status_code.pattern.startswith("2")]
        successes = named or [r for r in [endpoint.responses.default] if r]
        if len(successes) < len(facts["statuses"]):
            raise SystemExit(f"openapi-python-client cannot read an answer of {facts['operationId']}.")
        parameters = [*endpoint.path_parameters, *endpoint.query_parameters, *endpoint.header_parameters]
        if endpoint.bodies and any(p.python_name == "body" for p in parameters):
            raise SystemExit(
                f"openapi-python-client takes no parameter body beside the body of {facts['operationId']}."
            )
        types = {code(r.prop.get_type_string()) for r in successes}
        # Of an answer of which the contract says nothing, or not what it is, nothing is expected.
        self.is_empty = facts["isEmpty"] or "Any" in types
        others = [*sorted(types - {"Any"}), *(["None"] if self.is_empty else [])]
        self.data = "Any" if types == {"Any"} and facts["hasContent"] else " | ".join(others)
        self.success = successes[0].prop if successes else None

    def name_of(self, parameter: Property) -> str:
        """The argument for this parameter. One with the name of an option gets an underscore at its end."""
        name = str(parameter.python_name)
        return f"{name}_" if name in self.taken else name

    def declared(self, parameter: Property) -> str:
        return code(parameter.to_string()).replace(str(parameter.python_name), self.name_of(parameter), 1)

    def parameters(self) -> tuple[list[str], list[str], dict[str, str]]:
        """What is given by place, what is given by name, and the arguments of the generated function."""
        endpoint = self.endpoint
        placed = [self.declared(p) for p in endpoint.path_parameters]
        arguments = {str(p.python_name): self.name_of(p) for p in endpoint.path_parameters}
        if endpoint.bodies:
            types = dict.fromkeys(code(b.prop.get_type_string(no_optional=True)) for b in endpoint.bodies)
            is_required = all(b.prop.required for b in endpoint.bodies)
            placed.append("body: " + " | ".join(types) + ("" if is_required else " | Unset = UNSET"))
            arguments["body"] = "body"
        others = [*endpoint.query_parameters, *endpoint.header_parameters, *endpoint.cookie_parameters]
        kept = [p for p in others if p not in self.revalidates]
        # Required ones come first, although Python does not ask for it: so does the documentation.
        named = [self.declared(p) for p in sorted(kept, key=lambda p: not p.required)]
        arguments |= {str(p.python_name): self.name_of(p) for p in kept}
        return placed, named, arguments

    def signature(self, name: str, result: str, extra: Iterable[str] = ()) -> str:
        placed, named, _ = self.parameters()
        stars = ["*", *named, *extra] if named or list(extra) else []
        every = ["self", *placed, *stars, "**options: Unpack[CallOptions]"]
        return f"    def {name}({', '.join(every)}) -> {result}:"

    def request(self, changed: dict[str, str] | None = None) -> str:
        _, _, arguments = self.parameters()
        given = ", ".join(f"{name}={value}" for name, value in (arguments | (changed or {})).items())
        return f"_{self.module}._get_kwargs({given})"

    def constant(self) -> str:
        facts = self.facts
        values = [facts["operationId"], facts["method"], facts["auth"], facts["repeat"], self.is_empty]
        values += [plain(self.endpoint.path), tuple(facts["statuses"])]
        values += [facts["keyName"]] if "keyName" in facts else []
        return f"_{self.module.upper()} = Operation({', '.join(map(repr, values))})"

    def send(self, request: str) -> str:
        return f"self._sender.send(_{self.module.upper()}, {request}, _{self.module}._parse_response, options)"

    def render(self) -> list[str]:
        name = self.facts["name"]
        doc = docstring(self.facts["doc"], " " * 8)
        if self.facts.get("items"):
            return self.render_list(name, doc)
        if "events" in self.facts:
            return self.render_stream(name, doc)
        key = {self.key: f"key_or_random({self.key})"} if self.key else {}
        _, _, arguments = self.parameters()
        again = ", ".join([f"{n}={n}" for n in arguments.values()] + ["**options"])
        whole = "with_response" if name == "__call__" else f"{name}_with_response"
        lines = [
            self.signature(name, self.data),
            doc,
            f"        return self.{whole}({again}).data" if self.data != "None" else f"        self.{whole}({again})",
            "",
            self.signature(whole, f"Answer[{self.data}]"),
            docstring("The same, with status, headers and request id.", " " * 8),
            f"        return {self.send(self.request(key))}",
            "",
        ]
        for parameter in self.revalidates:
            header = str(parameter.python_name)
            lines += [
                self.signature(f"{name}_if_changed", f"Answer[{self.data}] | None", [f"{header}: str"]),
                docstring(
                    "The same when the item has another ETag than this one; None when it has not changed.", " " * 8
                ),
                f"        answer: Answer[Any] = {self.send(self.request({header: header}))}",
                "        return None if answer.status == 304 else answer",
                "",
            ]
        return lines

    def render_stream(self, name: str, doc: str) -> list[str]:
        events = self.facts["events"]
        sent = f"_{self.module.upper()}, {self.request()}, _{self.module}._parse_response, options"
        return [
            self.signature(name, f"Iterator[{self.data}]"),
            doc,
            f"        return self._sender.stream({sent}, {events['end']!r}, {events['failure']!r})",
            "",
        ]

    def render_list(self, name: str, doc: str) -> list[str]:
        page = self.success
        member: str = self.facts["items"]
        if not isinstance(page, ModelProperty):
            raise SystemExit(f"{self.facts['operationId']} has a page that openapi-python-client does not know.")
        properties = {plain(p.name): p for p in [*(page.required_properties or []), *(page.optional_properties or [])]}
        items = properties[member]
        assert isinstance(items, ListProperty)
        inner = items.inner_property
        item = code(inner.get_type_string())
        self.endpoint.relative_imports |= inner.get_imports(prefix="...") | inner.get_lazy_imports(prefix="...")
        following = properties["nextCursor"].python_name
        cursor = next(p.python_name for p in self.endpoint.query_parameters if plain(p.name) == "cursor")
        return [
            self.signature(name, f"List[{self.data}, {item}]"),
            doc,
            f"        def load({cursor}: str | Unset) -> {self.data}:",
            f"            answer: Answer[{self.data}] = {self.send(self.request())}",
            "            return answer.data",
            "",
            f"        return List({self.facts['operationId']!r}, load, lambda page: page.{items.python_name}{'' if items.required else ' or []'}, "
            f"lambda page: page.{following}, {cursor})",
            "",
        ]


def render_update(read: Method, write: Method) -> list[str]:
    placed = [write.declared(p) for p in write.endpoint.path_parameters]
    ids = "".join(f"{write.name_of(p)}, " for p in write.endpoint.path_parameters)
    patch = code(write.endpoint.bodies[0].prop.get_type_string(no_optional=True))
    match = next(p.python_name for p in write.endpoint.header_parameters if plain(p.name).lower() == "if-match")
    name, reading = write.facts["name"], read.facts["name"]
    given = ["self", *placed, f"change: Callable[[{read.data}], {patch} | None]", "max_conflicts: int = 3"]
    return [
        f"    def {name}_with({', '.join(given)}, **options: Unpack[CallOptions]) -> {read.data}:",
        docstring(
            "Reads the item, lets ``change`` say what to change, and writes that on the condition that nobody else wrote in "
            "between. When somebody did, it begins again, at most ``max_conflicts`` times.",
            " " * 8,
        ),
        f"        def write(patch: {patch}, etag: str) -> {read.data}:",
        f"            return self.{name}({ids}patch, {match}=etag, **options)",
        "",
        "        settings: CallOptions = {**self._sender.options, **options}",
        f"        return update_with(lambda: self.{reading}_with_response({ids}**options), write, change, max_conflicts, settings)",
        "",
    ]


def render_upload(presign: Method) -> list[str]:
    endpoint = presign.endpoint
    ids = "".join(f"{presign.name_of(p)}, " for p in endpoint.path_parameters)
    placed = [presign.declared(p) for p in endpoint.path_parameters]
    names = {plain(p.name): str(p.python_name) for p in endpoint.query_parameters}
    asked = {"fileName": "file_name", "contentType": "content_type", "contentLength": "len(file) or UNSET"}
    query = "".join(f"{names[name]}={value}, " for name, value in asked.items() if name in names)
    given = ["self", *placed, "file: bytes", "*", "file_name: str | Unset = UNSET"]
    given += ["content_type: str = 'application/octet-stream'"]
    return [
        f"    def upload({', '.join(given)}, **options: Unpack[CallOptions]) -> UploadedFile:",
        docstring("Sends a file to the presigned URL that it asks for first.", " " * 8),
        f"        def presign() -> {presign.data}:",
        f"            return self.{presign.facts['name']}({ids}{query}max_retries=0, headers=options.get('headers', {{}}))",
        "",
        "        return upload(self._sender, presign, file, content_type, options)",
        "",
    ]


def render_resource(resource: Facts, methods: list[Method]) -> str:
    by_id = {m.facts["operationId"]: m for m in methods}
    bodies = [line for method in methods for line in method.render()]
    imports = sorted(
        {line for m in methods for line in m.endpoint.relative_imports if line.startswith("from ...models")}
    )
    modules = [f"from ...api.{m.endpoint.tags[0]} import {m.module} as _{m.module}" for m in methods]
    lines = [
        docstring(resource["description"], ""),
        "from __future__ import annotations",
        "import builtins, datetime",
        "from collections.abc import Callable, Iterator",
        "from io import BytesIO",
        "from typing import Any, Literal, Unpack, cast",
        "from uuid import UUID",
        *modules,
        *imports,
        "from ...sdk.changes import UploadedFile, update_with, upload",
        "from ...sdk.pages import List",
        "from ...sdk.retries import CallOptions",
        "from ...sdk.sending import Answer, Operation, Sender, key_or_random",
        "from ...types import UNSET, File, Unset",
        "",
        *[m.constant() for m in methods],
        "",
        f"class {resource['type']}:",
        docstring(resource["description"], " " * 4),
        "    def __init__(self, sender: Sender) -> None:",
        "        self._sender = sender",
        "",
    ]
    lines += bodies
    for read, write in resource["updates"]:
        lines += render_update(by_id[read], by_id[write])
    for presign in resource["uploads"]:
        lines += render_upload(by_id[presign])
    return "\n".join(lines)


def render_client(facts: Facts) -> str:
    resources = facts["resources"]
    client = facts["client"]
    return "\n".join(
        [
            docstring(f"The client of {facts['title']}.", ""),
            "from __future__ import annotations",
            "from types import TracebackType",
            "from typing import Self, Unpack",
            "import httpx",
            *[f"from ..resources.{r['module']} import {r['type']}" for r in resources],
            "from .retries import CallOptions",
            "from .sending import Sender, TokenSource",
            "",
            f"class {client}:",
            docstring(
                f"The client of {facts['title']}. ``token`` is a bearer token, or a function that gives one: it gets the token "
                "that the service has rejected, or None. ``http`` replaces the client of httpx, for a proxy or certificates.",
                " " * 4,
            ),
            "    def __init__(self, base_url: str, *, token: str | TokenSource | None = None, api_key: str | None = None, "
            "http: httpx.Client | None = None, **options: Unpack[CallOptions]) -> None:",
            "        self._http = http or httpx.Client()",
            "        sender = Sender(base_url, token, api_key, self._http, options)",
            *[f"        self.{r['module']} = {r['type']}(sender)" for r in resources],
            "",
            "    def close(self) -> None:",
            '        """Closes the connections."""',
            "        self._http.close()",
            "",
            "    def __enter__(self) -> Self:",
            "        return self",
            "",
            "    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, "
            "trace: TracebackType | None) -> None:",
            "        self.close()",
            "",
        ]
    )


def write(out: Path, facts: Facts, endpoints: dict[str, Endpoint]) -> None:
    (out / "resources").mkdir()
    for resource in facts["resources"]:
        methods = [Method(m, endpoints[m["operationId"]], facts["taken"]) for m in resource["methods"]]
        text = render_resource(resource, methods).replace("\nfrom ...", "\nfrom ..")
        (out / "resources" / f"{resource['module']}.py").write_text(text, "utf-8")
    (out / "resources" / "__init__.py").write_text('"""The resources of the API."""\n', "utf-8")
    shutil.copytree(HERE / "layer", out / "sdk", ignore=shutil.ignore_patterns("__pycache__"))
    for file in (out / "sdk").glob("*.py"):
        file.write_text(file.read_text("utf-8").replace("SdkError", facts["error"]), "utf-8")
    (out / "sdk" / "client.py").write_text(render_client(facts), "utf-8")
    errors = re.findall(r"^class (\w+)", (out / "sdk" / "errors.py").read_text("utf-8"), re.M)
    exported = [facts["client"], *errors]
    (out / "__init__.py").write_text(
        f"{docstring(facts['title'] + ', version ' + facts['version'] + '.', '')}\n"
        f"from .sdk.client import {facts['client']}\nfrom .sdk.errors import {', '.join(errors)}\n"
        f"__all__ = {exported!r}\n",
        "utf-8",
    )
    (out / "py.typed").touch()
    # The generator forgets it beside some bodies. What is not used goes.
    for file in (out / "api").rglob("*.py"):
        imported = file.read_text("utf-8").replace("import Response, UNSET\n", "import Response, UNSET, Unset\n")
        file.write_text(imported, "utf-8")
    # It came with the generator.
    for command in (["check", "--fix", "--select", "F401,I", "--exit-zero"], ["format", "--line-length", "120"]):
        subprocess.run(
            [sys.executable, "-m", "ruff", *command, "--quiet", "--isolated", "--no-cache", str(out)], check=True
        )


def main() -> None:
    given, out = Path(sys.argv[1]), Path(sys.argv[2])
    facts: Facts = json.loads((given / "facts.json").read_text("utf-8"))
    document = given / "document.json"
    first, _ = parse(document, out, {})
    data, config = parse(document, out, overrides_of(first))
    endpoints = {
        str(e.name): e for collection in data.endpoint_collections_by_tag.values() for e in collection.endpoints
    }
    named = {
        m["operationId"]: str(PythonIdentifier(UntrustedString(m["operationId"]), config.field_prefix))
        for r in facts["resources"]
        for m in r["methods"]
    }
    absent = [operation for operation, name in named.items() if name not in endpoints]
    problems = Project(openapi=data, config=config).build()
    for problem in problems:
        print(f"openapi-python-client: {problem.header} {problem.detail or ''}".strip(), file=sys.stderr)
    # The generator goes on without such a schema, and other files import it.
    lost = [problem for problem in problems if "removal of" in (problem.detail or "")]
    if lost:
        raise SystemExit(f"openapi-python-client cannot read the contract: {' '.join(str(lost[0].detail).split())}")
    if absent:
        raise SystemExit(f"openapi-python-client left out: {', '.join(absent)}.")
    write(out, facts, {operation: endpoints[name] for operation, name in named.items()})


if __name__ == "__main__":
    main()
