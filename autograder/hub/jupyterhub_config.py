"""JupyterHub's settings for a hub on this machine; `autograder hub` writes down what they rest on, and starts it with them."""

import json
import os
from pathlib import Path
from typing import Any

from autograder.hub.layout import Account, Layout
from autograder.hub.passwords import OwnPasswords

c: Any = get_config()  # type: ignore[name-defined] # noqa: F821 - traitlets defines it
given = json.loads(Path(os.environ["AUTOGRADER_HUB"]).read_text(encoding="utf-8"))
layout = Layout(Path(given["folder"]), given["separated"])
everybody = {name: Account(name, role) for name, role in given["accounts"].items()}
python = Path(given["python"])


def prepare(spawner: Any) -> None:
    """Say where somebody's Python, settings and sockets are; the instructor's Python has the autograder, students' has not."""
    account = everybody[spawner.user.name]
    own = layout.grading / "bin" / "python" if layout.separated and account.role == "instructor" else python
    spawner.cmd = [str(own), "-m", "jupyterhub.singleuser"]
    spawner.environment = {
        "JUPYTER_CONFIG_PATH": str(layout.settings(account.role)),
        "PATH": os.pathsep.join([str(own.parent), "/usr/local/bin", "/usr/bin", "/bin"]),
    }
    if layout.separated:
        spawner.environment |= {"JUPYTER_RUNTIME_DIR": str(layout.runtime(account))}


# Only this machine can reach it; the other two addresses are the hub's and the proxy's own.
c.JupyterHub.bind_url = f"http://127.0.0.1:{given['ports'][0]}"
c.JupyterHub.hub_bind_url = f"http://127.0.0.1:{given['ports'][1]}"
c.ConfigurableHTTPProxy.api_url = f"http://127.0.0.1:{given['ports'][2]}"
c.ConfigurableHTTPProxy.command = given["proxy"]
c.ConfigurableHTTPProxy.pid_file = str(layout.state / "proxy.pid")
c.JupyterHub.db_url = f"sqlite:///{layout.state / 'jupyterhub.sqlite'}"
c.JupyterHub.cookie_secret_file = str(layout.state / "cookie_secret")
c.JupyterHub.cleanup_servers = True
c.JupyterHub.cleanup_proxy = True

c.JupyterHub.authenticator_class = OwnPasswords
c.OwnPasswords.hashes = given["hashes"]
c.Authenticator.allowed_users = set(everybody)
c.Authenticator.admin_users = {name for name, account in everybody.items() if account.role == "instructor"}

# Each server runs as its user, who must exist on this machine; without root all run as the one who started the hub.
c.JupyterHub.spawner_class = "localprocess" if layout.separated else "simple"
c.SimpleLocalProcessSpawner.home_dir_template = str(layout.homes / "{username}")
c.Spawner.pre_spawn_hook = prepare
c.Spawner.env_keep = ["LANG", "LC_ALL", "TZ"]  # nothing of the environment that the hub was started in
c.Spawner.args = [
    "--LabApp.news_url=",
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    "--LabApp.extension_manager=readonly",
]
c.Spawner.default_url = "/lab"
c.Spawner.start_timeout = 120
c.Spawner.http_timeout = 120
c.LocalProcessSpawner.interrupt_timeout = 10
c.LocalProcessSpawner.term_timeout = 5
