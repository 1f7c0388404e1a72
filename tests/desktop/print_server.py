"""A print server of its own: CUPS with all its files in one folder, and two queues that keep every job unchanged."""

import os
import subprocess
from pathlib import Path

from tests.desktop.tools import end, needs, until

CUPSD = "/usr/sbin/cupsd"
PROGRAMS = Path("/usr/lib/cups")

# Everybody may do everything there; nobody else reaches the socket.
SERVER = """\
Listen {folder}/sock
Browsing No
DefaultAuthType None
WebInterface No
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  SubscriptionPrivateAccess all
  SubscriptionPrivateValues none
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""

FILES = """\
ServerRoot {folder}/etc
ServerBin {folder}/bin
CacheDir {folder}/cache
StateDir {folder}/state
RequestRoot {folder}/spool
TempDir {folder}/spool/tmp
AccessLog {folder}/access_log
ErrorLog {folder}/error_log
PageLog {folder}/page_log
SystemGroup root
"""

BACKEND = """\
#!/bin/sh
[ $# -eq 0 ] && { echo 'direct keep:/ "Unknown" "Keeps every job"'; exit 0; }
cat ${6:+"$6"} > "${DEVICE_URI#keep:}/$PRINTER-$1.part"
mv "${DEVICE_URI#keep:}/$PRINTER-$1.part" "${DEVICE_URI#keep:}/$PRINTER-$1.pdf"
"""

PRINTER = """\
*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "KEEPER.PPD"
*Manufacturer: "Test"
*Product: "(Keeper)"
*ModelName: "Keeper"
*ShortNickName: "Keeper"
*NickName: "Keeper"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*ColorDevice: True
*DefaultColorSpace: RGB
*cupsFilter2: "application/pdf application/pdf 0 -"
*OpenUI *PageSize: PickOne
*DefaultPageSize: A4
*PageSize A4: ""
*PageSize Letter: ""
*CloseUI: *PageSize
*OpenUI *PageRegion: PickOne
*DefaultPageRegion: A4
*PageRegion A4: ""
*PageRegion Letter: ""
*CloseUI: *PageRegion
*DefaultImageableArea: A4
*ImageableArea A4: "0 0 595 842"
*ImageableArea Letter: "0 0 612 792"
*DefaultPaperDimension: A4
*PaperDimension A4: "595 842"
*PaperDimension Letter: "612 792"
"""


class PrintServer:
    """The queues are Office, the usual one with A4, and Ward with Letter. `environment` leads programs there."""

    def __init__(self, folder: Path) -> None:
        needs(CUPSD, "lpadmin", "lpstat", "cupsreject", "cupsdisable")
        self.printed = folder / "printed"
        self.environment = {"CUPS_SERVER": f"{folder}/sock"}
        for name in ("etc", "bin/backend", "cache", "state", "spool/tmp", "printed"):
            (folder / name).mkdir(parents=True)
        for name in ("filter", "cgi-bin", "daemon", "driver", "monitor", "notifier"):
            (folder / "bin" / name).symlink_to(PROGRAMS / name)
        backend = folder / "bin" / "backend" / "keep"
        backend.write_text(BACKEND, encoding="utf-8")
        backend.chmod(0o700)  # else it would not run as whom the server runs as
        (folder / "queue.ppd").write_text(PRINTER, encoding="utf-8")
        server, files = folder / "etc" / "cupsd.conf", folder / "etc" / "cups-files.conf"
        server.write_text(SERVER.format(folder=folder), encoding="utf-8")
        files.write_text(FILES.format(folder=folder), encoding="utf-8")
        self._server = subprocess.Popen(
            [CUPSD, "-f", "-c", server, "-s", files], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        until(lambda: "is running" in self.run("lpstat", "-r"), "the print server")
        for queue in ("Office", "Ward"):
            self.run("lpadmin", "-p", queue, "-E", "-v", f"keep:{self.printed}", "-P", str(folder / "queue.ppd"))
        self.run("lpadmin", "-p", "Ward", "-o", "PageSize=Letter")
        self.run("lpadmin", "-d", "Office")

    def run(self, *command: str) -> str:
        """What a command of the print server says."""
        return subprocess.run(
            command, env={**os.environ, **self.environment}, capture_output=True, text=True, check=False
        ).stdout

    def jobs(self) -> list[Path]:
        """The jobs that have come out, in order."""
        return sorted(self.printed.glob("*.pdf"), key=lambda path: int(path.stem.rpartition("-")[2]))

    def close(self) -> None:
        """Ends the server."""
        end(self._server)
