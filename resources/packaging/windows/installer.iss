; The Windows installer, with Inno Setup 6; build_windows.py makes it.
#define Root "..\..\.."
#define Program Root + "\build\onedir\TwitchCheck\TwitchCheck.exe"

[Setup]
AppId={{EB895C86-474A-44BF-951F-2961234E6BC5}
AppName=TwitchCheck
AppVersion={#GetVersionNumbersString(Program)}
AppPublisher=The TwitchCheck makers
DefaultDirName={autopf}\TwitchCheck
DisableProgramGroupPage=yes
; For one person without an administrator, unless the person asks for everybody.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
LicenseFile={#Root}\LICENSE
SetupIconFile={#Root}\build\work\twitchcheck\icons\twitchcheck.ico
UninstallDisplayIcon={app}\TwitchCheck.exe
OutputDir={#Root}\dist
OutputBaseFilename=TwitchCheck-setup

[Files]
Source: "{#Root}\build\onedir\TwitchCheck\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{autoprograms}\TwitchCheck"; Filename: "{app}\TwitchCheck.exe"

[Registry]
Root: HKA; Subkey: "Software\Classes\.twitchcheck"; ValueType: string; ValueData: "TwitchCheck.Answers"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\TwitchCheck.Answers"; ValueType: string; ValueData: "TwitchCheck answers"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\TwitchCheck.Answers\DefaultIcon"; ValueType: string; ValueData: "{app}\TwitchCheck.exe,0"
Root: HKA; Subkey: "Software\Classes\TwitchCheck.Answers\shell\open\command"; ValueType: string; ValueData: """{app}\TwitchCheck.exe"" ""%1"""
; What the program remembers, its window's size and look, goes with it.
Root: HKCU; Subkey: "Software\TwitchCheck"; Flags: dontcreatekey uninsdeletekey

[Run]
Filename: "{app}\TwitchCheck.exe"; Description: "Open TwitchCheck"; Flags: postinstall nowait skipifsilent
