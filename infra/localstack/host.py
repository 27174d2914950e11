"""LocalStack's community edition on this machine, without Docker: functions run as processes of Node.

Usage: python infra/localstack/host.py
docs/localstack.md says what to install. DYNAMODB_LOCAL_JAR, if it is set, is used in place of a download.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# The community edition has no container to be reached at. Events about its use are not sent.
DEFAULTS = {
    "GATEWAY_LISTEN": "127.0.0.1:4566",
    "LOCALSTACK_HOST": "localhost:4566",
    "LAMBDA_RUNTIME_EXECUTOR": "host",
    "LAMBDA_KEEPALIVE_MS": "600000",
    # In a container LocalStack would keep its files in /var/lib.
    "OVERRIDE_IN_DOCKER": "0",
    "FILESYSTEM_ROOT": str(ROOT / ".local" / "localstack"),
    "DISABLE_EVENTS": "1",
    "SKIP_SSL_CERT_DOWNLOAD": "1",
    "DNS_ADDRESS": "0",
}
for variable, value in DEFAULTS.items():
    os.environ.setdefault(variable, value)

# LocalStack reads its settings when it is imported.
from localstack import config  # noqa: E402
from localstack.runtime.main import main  # noqa: E402
from localstack.services.lambda_.invocation import execution_environment  # noqa: E402
from localstack.services.lambda_.invocation import lambda_service, runtime_executor, version_manager  # noqa: E402
from localstack.services.lambda_.invocation.executor_endpoint import ExecutorEndpoint  # noqa: E402
from localstack.utils.net import get_free_tcp_port  # noqa: E402

HOST = "127.0.0.1"
NODE = os.environ.get("NODE", str(ROOT / "node_modules" / ".bin" / "node"))


class HostExecutor(runtime_executor.RuntimeExecutor):
    """One process of Node for one environment of a function."""

    def __init__(self, id, function_version):
        super().__init__(id, function_version)
        self.endpoint = ExecutorEndpoint(id, HOST, get_free_tcp_port())
        self.process = None

    def start(self, env_vars):
        runtime = self.function_version.config.runtime or "an image"
        if not runtime.startswith("nodejs"):
            raise runtime_executor.LambdaRuntimeException(f"Only Node runs here, not {runtime}.")
        self.endpoint.start()
        own = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        code = self.function_version.config.code.get_unzipped_code_location()
        told = {"LAMBDA_TASK_ROOT": str(code), "INVOKE_PORT": str(self.endpoint.container_port)}
        env = {**own, **{name: str(value) for name, value in env_vars.items()}, **told}
        program = str(Path(__file__).with_name("run-function.ts"))
        self.process = subprocess.Popen([NODE, program], env=env, cwd=code, stdin=subprocess.DEVNULL)
        self.endpoint.wait_for_startup()

    def stop(self):
        if self.process is not None:
            self.process.terminate()
        self.endpoint.shutdown()

    def get_address(self):
        return HOST

    def get_endpoint_from_executor(self):
        return HOST

    def get_runtime_endpoint(self):
        return f"http://{HOST}:{config.GATEWAY_LISTEN[0].port}{self.endpoint.get_endpoint_prefix()}"

    def invoke(self, payload):
        return self.endpoint.invoke(payload)

    def get_logs(self):
        return ""

    @classmethod
    def prepare_version(cls, function_version):
        if function_version.config.code:
            function_version.config.code.prepare_for_execution()

    @classmethod
    def cleanup_version(cls, function_version):
        pass


def use_dynamodb_local(jar):
    """LocalStack would download DynamoDB Local and a Java of its own."""
    from localstack.services.dynamodb.server import DynamodbServer
    from localstack.utils.run import ShellCommandThread
    from localstack.utils.threads import TMP_THREADS

    def start(server):
        libraries = str(Path(jar).with_name("DynamoDBLocal_lib"))
        command = ["java", f"-Djava.library.path={libraries}", "-cp", f"{jar}{os.pathsep}{libraries}/*"]
        command += ["com.amazonaws.services.dynamodbv2.local.main.ServerRunner", "-inMemory", "-port", str(server.port)]
        env = {**os.environ, "DDB_LOCAL_TELEMETRY": "0"}
        thread = ShellCommandThread(command, strip_color=True, outfile=None, auto_restart=True, env_vars=env)
        # LocalStack ends these when it ends.
        TMP_THREADS.append(thread)
        thread.start()
        return thread

    DynamodbServer.do_start_thread = start


for module in (execution_environment, lambda_service, runtime_executor, version_manager):
    if hasattr(module, "get_runtime_executor"):
        module.get_runtime_executor = lambda: HostExecutor
if "DYNAMODB_LOCAL_JAR" in os.environ:
    use_dynamodb_local(os.environ["DYNAMODB_LOCAL_JAR"])

if __name__ == "__main__":
    sys.exit(main())
