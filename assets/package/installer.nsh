; What the app wrote into the registry itself goes with it: its links, its login item and what starts it for a click on a
; notification. An update uninstalls too, and leaves them.
!macro customUnInstall
  ${ifNot} ${isUpdated}
    DeleteRegKey HKCU "Software\Classes\redbooth-notifier"
    DeleteRegKey HKCU "Software\Classes\CLSID\{9ACA938B-6339-4746-9189-69B6DF47073B}"
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "app.redbooth-notifier"
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run" "app.redbooth-notifier"
  ${endIf}
!macroend
