#!/usr/bin/env bash
# Takes the pictures of the docs into docs/images. Run it after `npm run build`:
#   scripts/screenshots.sh page          every state of the window; needs a Chromium only (CHROMIUM names it)
#   scripts/screenshots.sh notification  a notification of the demo, as the desktop's daemon shows it; needs a desktop with dunst and ImageMagick
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
folder=$PWD/docs/images

take_page() {
  PICTURES=$folder npm exec -c 'vitest run --config test/vitest.config.ts --project browser test/e2e/browser/pictures.test.ts'
}

# Without a compositor what is outside a notification's round corners is black.
round_corners() {
  local width height
  read -r width height < <(identify -format '%w %h\n' "$1")
  convert "$1" \( -size "${width}x$height" xc:black -fill white -draw "roundrectangle 0,0 $((width - 1)),$((height - 1)) 11,11" \) \
    -alpha off -compose CopyOpacity -composite -background '#c9ccd4' -compose Over -flatten \
    -bordercolor '#c9ccd4' -border 12 -colors 256 "PNG8:$1"
}

take_notification() {
  local config app sandbox=()
  config=$(mktemp)
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
  [[ $EUID -eq 0 ]] && sandbox=(--no-sandbox)
  node_modules/.bin/electron "${sandbox[@]}" . --demo --hidden >/dev/null 2>&1 &
  app=$!
  # The first notification, alone on the screen.
  sleep 7
  import -window root -crop 420x130+860+40 +repage "$folder/notification.png"
  kill "$app"
  rm -f "$config"
  convert "$folder/notification.png" -trim +repage "$folder/notification.png"
  round_corners "$folder/notification.png"
}

case ${1:-page} in
page) take_page ;;
notification) take_notification ;;
*)
  echo "usage: scripts/screenshots.sh [page|notification]" >&2
  exit 2
  ;;
esac
