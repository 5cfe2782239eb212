"""A real browser for the judges: headless Chromium, driven by its DevTools protocol."""

import base64
import itertools
import json
import shutil
import subprocess
import time
import urllib.request
from pathlib import Path

import websocket


class Browser:
    """One Chromium process; `page()` opens a tab of it."""

    def __init__(self, folder):
        program = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chromium-browser")
        assert program, "chromium is not installed: run Tests/setup.sh test"
        flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--remote-debugging-port=0"]
        flags += ["--remote-allow-origins=*", "--hide-scrollbars", f"--user-data-dir={folder}"]
        self.log = open(Path(folder) / "log", "wb")
        self.process = subprocess.Popen([program, *flags, "about:blank"], stdout=self.log, stderr=self.log)
        told = Path(folder) / "DevToolsActivePort"
        for _ in range(300):
            if told.is_file() and told.read_text().strip():
                break
            assert self.process.poll() is None, "chromium ended: " + (Path(folder) / "log").read_text("utf-8", "replace")
            time.sleep(0.1)
        self.port = told.read_text().split()[0]

    def page(self):
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}/json/new?about:blank", method="PUT")
        with urllib.request.urlopen(request, timeout=30) as answer:
            return Page(json.load(answer)["webSocketDebuggerUrl"])

    def close(self):
        self.process.terminate()
        self.process.wait(timeout=30)
        self.log.close()


class Page:
    """A tab: what it shows, and everything it complained of."""

    def __init__(self, url):
        self.socket = websocket.create_connection(url, timeout=60, max_size=None)
        self.numbers = itertools.count(1)
        self.events = []
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    def call(self, method, **parameters):
        number = next(self.numbers)
        self.socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            message = json.loads(self.socket.recv())
            if message.get("id") == number:
                assert "error" not in message, f"{method}: {message['error']}"
                return message["result"]
            self._take(message)

    def _take(self, message):
        self.events.append(message)
        if message.get("method") == "Page.javascriptDialogOpening":
            self.socket.send(
                json.dumps({"id": next(self.numbers), "method": "Page.handleJavaScriptDialog", "params": {"accept": False}})
            )

    def open(self, path, width=1100, height=1400, dark=False, media=""):
        self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", media=media, features=[scheme])
        self.events.clear()
        self.call("Page.navigate", url=Path(path).resolve().as_uri())
        for _ in range(600):
            if any(event.get("method") == "Page.loadEventFired" for event in self.events):
                return self
            self._take(json.loads(self.socket.recv()))
        raise AssertionError(f"{path} was not loaded")

    def evaluate(self, expression):
        """The value of a JavaScript expression; a promise is waited for."""
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def complaints(self):
        """Errors and warnings of the console, exceptions, dialogs, and what was loaded beside the page itself."""
        self.evaluate("new Promise(done => setTimeout(done, 50))")
        found = []
        for event in self.events:
            method, parameters = event.get("method"), event.get("params", {})
            if method in ("Runtime.exceptionThrown", "Page.javascriptDialogOpening", "Log.entryAdded"):
                found.append((method, json.dumps(parameters, ensure_ascii=False)[:300]))
            if method == "Runtime.consoleAPICalled":
                found.append((method, str(parameters.get("args"))))
            if method == "Network.requestWillBeSent" and parameters.get("type") != "Document":
                found.append((method, parameters["request"]["url"]))
        return found

    def pdf(self, path):
        answer = self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
        Path(path).write_bytes(base64.b64decode(answer["data"]))
        return path

    def close(self):
        self.call("Page.close")
        self.socket.close()
