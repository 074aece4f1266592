; The installer for one user, without administrator rights.
; makensis -DVERSION=0.1.0 -DFILES=<folder with both programs, icon and licences> -DOUT=<installer> couchpin.nsi
; Silent: /S, /D=<folder> as the last option, /AUTOSTART=1 to start at log-in. The uninstaller takes /S, and /FORGET=1 to
; forget the pairings.

; The program is one of 64 bits, too.
Target amd64-unicode
!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include StrFunc.nsh
${StrStr}
${UnStrRep}

Name "Couchpin"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Couchpin"
InstallDirRegKey HKCU "Software\Couchpin" "InstallDir"
RequestExecutionLevel user
SetCompressor /SOLID lzma
VIProductVersion "${VERSION}.0"
VIAddVersionKey ProductName "Couchpin"
VIAddVersionKey FileDescription "Installs Couchpin"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey LegalCopyright "MIT OR Apache-2.0"

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Couchpin"
!define RUN "Software\Microsoft\Windows\CurrentVersion\Run"
!define MUI_ICON "${FILES}\couchpin.ico"
!define MUI_UNICON "${FILES}\couchpin.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\couchpinw.exe"
!define MUI_FINISHPAGE_RUN_TEXT "Start Couchpin"

!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"
!insertmacro MUI_LANGUAGE "Spanish"
!insertmacro MUI_LANGUAGE "French"
!insertmacro MUI_LANGUAGE "Italian"
!insertmacro MUI_LANGUAGE "Polish"
!insertmacro MUI_LANGUAGE "PortugueseBR"
!insertmacro MUI_LANGUAGE "Russian"
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "Japanese"

Function .onInit
    ${GetParameters} $0
    ${GetOptions} $0 "/AUTOSTART=" $1
    ${If} $1 == "1"
        SectionSetFlags 1 ${SF_SELECTED}
    ${EndIf}
FunctionEnd

Section "Couchpin" PROGRAM
    SectionIn RO
    SetOutPath "$INSTDIR"
    ; A program that runs cannot be replaced.
    ClearErrors
retry:
    Delete "$INSTDIR\couchpin.exe"
    Delete "$INSTDIR\couchpinw.exe"
    ${If} ${FileExists} "$INSTDIR\couchpin.exe"
    ${OrIf} ${FileExists} "$INSTDIR\couchpinw.exe"
        MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "Couchpin is running. Close it, then try again." /SD IDCANCEL IDRETRY retry
        SetErrorLevel 2
        Quit
    ${EndIf}
    File "${FILES}\couchpin.exe"
    File "${FILES}\couchpinw.exe"
    File "${FILES}\LICENSE-MIT.txt"
    File "${FILES}\LICENSE-APACHE.txt"
    File "${FILES}\third-party-licences.txt"
    ${If} ${Errors}
        MessageBox MB_OK|MB_ICONSTOP "Couchpin could not be written to $INSTDIR." /SD IDOK
        SetErrorLevel 2
        Quit
    ${EndIf}
    WriteUninstaller "$INSTDIR\uninstall.exe"
    CreateShortcut "$SMPROGRAMS\Couchpin.lnk" "$INSTDIR\couchpinw.exe"
    WriteRegStr HKCU "Software\Couchpin" "InstallDir" "$INSTDIR"
    WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Couchpin"
    WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\couchpinw.exe"
    WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The Couchpin developers"
    WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
    WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
    ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
    WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" "$0"
    ; So that add-ons and scripts find `couchpin`. A value that does not fit into a string of this installer is left alone.
    ReadRegStr $0 HKCU "Environment" "Path"
    StrLen $1 "$0$INSTDIR"
    ${StrStr} $2 "$0" "$INSTDIR"
    ${If} $2 == ""
    ${AndIf} $1 < 900
        ${If} $0 == ""
            WriteRegExpandStr HKCU "Environment" "Path" "$INSTDIR"
        ${Else}
            WriteRegExpandStr HKCU "Environment" "Path" "$0;$INSTDIR"
        ${EndIf}
        SendMessage ${HWND_BROADCAST} ${WM_SETTINGCHANGE} 0 "STR:Environment" /TIMEOUT=5000
    ${EndIf}
SectionEnd

Section /o "Start when I log in" AUTOSTART
    WriteRegStr HKCU "${RUN}" "Couchpin" '"$INSTDIR\couchpinw.exe"'
SectionEnd

Section "Uninstall"
    ; The program itself knows where each token is, and ends it at the service.
    ${GetParameters} $0
    ${GetOptions} $0 "/FORGET=" $1
    ${If} $1 != "1"
        MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "Forget the pairings and settings of this computer, too?" /SD IDNO IDNO keep
    ${EndIf}
    nsExec::Exec '"$INSTDIR\couchpin.exe" unpair --all'
    Pop $0
    RMDir /r "$APPDATA\couchpin"
    RMDir /r "$LOCALAPPDATA\couchpin"
keep:
    ClearErrors
    Delete "$INSTDIR\couchpin.exe"
    Delete "$INSTDIR\couchpinw.exe"
    Delete "$INSTDIR\LICENSE-MIT.txt"
    Delete "$INSTDIR\LICENSE-APACHE.txt"
    Delete "$INSTDIR\third-party-licences.txt"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
    Delete "$SMPROGRAMS\Couchpin.lnk"
    DeleteRegKey HKCU "${UNINSTALL}"
    DeleteRegKey HKCU "Software\Couchpin"
    DeleteRegValue HKCU "${RUN}" "Couchpin"
    ReadRegStr $0 HKCU "Environment" "Path"
    StrLen $1 "$0"
    ${If} $1 > 0
    ${AndIf} $1 < 1000
        ${UnStrRep} $2 "$0" ";$INSTDIR" ""
        ${UnStrRep} $2 "$2" "$INSTDIR" ""
        ${If} $2 == ""
            DeleteRegValue HKCU "Environment" "Path"
        ${ElseIf} $2 != $0
            WriteRegExpandStr HKCU "Environment" "Path" "$2"
        ${EndIf}
        SendMessage ${HWND_BROADCAST} ${WM_SETTINGCHANGE} 0 "STR:Environment" /TIMEOUT=5000
    ${EndIf}
SectionEnd
