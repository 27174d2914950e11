// The manifest of the Python package.
import type { Model } from '../model.ts'

/** The name of the module, as in `acme_desk_client`. */
export const packageNameOf = ({ names }: Model) => `${names.name.replaceAll('-', '_')}_client`

export const manifestOf = (model: Model) => `[build-system]
requires = ["setuptools>=61"]
build-backend = "setuptools.build_meta"

[project]
name = "${packageNameOf(model).replaceAll('_', '-')}"
version = ${JSON.stringify(/^\d+(\.\d+)*$/.exec(model.version)?.[0] ?? '0.0.0')}
description = ${JSON.stringify(`The typed client of ${model.names.title}: retries, pages, uploads and errors to branch on.`)}
requires-python = ">=3.11"
dependencies = ["attrs>=22.2", "httpx>=0.23,<1", "python-dateutil>=2.8"]

[tool.setuptools.packages.find]
include = ["${packageNameOf(model)}*"]

[tool.setuptools.package-data]
"${packageNameOf(model)}" = ["py.typed"]
`
