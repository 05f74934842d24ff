#!/usr/bin/env bash
# Takes the pictures of the README from the real app: its window, and a notification as the desktop's daemon shows it.
# Run it on a desktop with dunst, wmctrl and ImageMagick, after `npm run build`: scripts/screenshots.sh [FOLDER]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
folder=${1:-docs/images}
config=$(mktemp)
trap 'rm -f "$config"; kill "$app" 2>/dev/null || true' EXIT
cat >"$config" <<'C'
[global]
    width = 380
    offset = 16x40
    corner_radius = 10
    frame_width = 1
    frame_color = "#e4e5ea"
    padding = 14
    horizontal_padding = 14
    font = DejaVu Sans 9.5
    format = "<b>%s</b>\n%b"
    markup = full
    show_indicators = no
    max_icon_size = 36
    stack_duplicates = false
[urgency_normal]
    background = "#ffffff"
    foreground = "#1b1d23"
    timeout = 0
C
pkill -x dunst || true
sleep 0.5
dunst -config "$config" >/dev/null 2>&1 &
xsetroot -solid '#c9ccd4' 2>/dev/null || true
sandbox=()
[[ $EUID -eq 0 ]] && sandbox=(--no-sandbox)
node_modules/.bin/electron "${sandbox[@]}" . --demo --json >/dev/null 2>&1 &
app=$!
sleep 7
# The first notification, alone on the screen.
import -window root -crop 420x130+860+40 +repage "$folder/notification.png"
convert "$folder/notification.png" -trim +repage -bordercolor '#c9ccd4' -border 12 "$folder/notification.png"
sleep 22
dunstctl close-all
sleep 1
import -window "$(wmctrl -l | awk '/Redbooth Notifier/ {print $1; exit}')" "$folder/window.png"
