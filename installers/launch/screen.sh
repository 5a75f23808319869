# A virtual screen for machines without one. Sourced by "wall".

screen_pids=
screen_folder=

# starts one if there is no display; $1: how many monitors
open_screen() {
    if [ -n "${DISPLAY:-}" ] || [ "$(uname -s)" != Linux ]; then return 0; fi
    if [ "$1" -gt 1 ]; then need screen monitors; else need screen; fi
    screen_folder=$(mktemp -d "${TMPDIR:-/tmp}/toan-canh-screen.XXXXXX")
    : >"$screen_folder/number"
    if [ "$1" -gt 1 ]; then
        write_xorg_config "$1" >"$screen_folder/xorg.conf"
        Xorg -displayfd 7 -config "$screen_folder/xorg.conf" -logfile "$screen_folder/xorg.log" -noreset -nolisten tcp \
            -novtswitch -sharevts 7>"$screen_folder/number" >"$screen_folder/log" 2>&1 </dev/null &
    else
        Xvfb -displayfd 7 -screen 0 "${WALL_SCREEN:-1920x1080}x24" -nolisten tcp -noreset \
            7>"$screen_folder/number" >"$screen_folder/log" 2>&1 </dev/null &
    fi
    screen_pids=$!
    waited=0
    until [ -s "$screen_folder/number" ]; do
        if ! kill -0 "$screen_pids" 2>/dev/null || [ "$waited" -ge 300 ]; then
            tail -n 5 "$screen_folder/log" >&2
            stop 3 "Không mở được màn hình ảo." "The virtual screen could not be started."
        fi
        waited=$((waited + 1))
        sleep 0.1
    done
    DISPLAY=:$(head -n 1 "$screen_folder/number")
    export DISPLAY
    unset WAYLAND_DISPLAY XAUTHORITY
    virtual_screen=yes
    if [ "$1" -gt 1 ]; then line_up_monitors "$1"; fi
    openbox --sm-disable >"$screen_folder/openbox.log" 2>&1 </dev/null &
    screen_pids="$screen_pids $!"
    say "Máy không có màn hình: đã mở màn hình ảo $DISPLAY ($1 màn hình ${WALL_SCREEN:-1920x1080})." \
        "There is no display: started virtual screen $DISPLAY ($1 monitor(s) of ${WALL_SCREEN:-1920x1080})."
}

close_screen() {
    # the window manager first, then the screen under it
    for pid in $(printf '%s\n' $screen_pids | sort -rn); do
        kill "$pid" 2>/dev/null || true
        wait "$pid" 2>/dev/null || true
    done
    screen_pids=
    if [ -n "$screen_folder" ]; then rm -rf "$screen_folder"; fi
    screen_folder=
}

# outputs DUMMY0, DUMMY1 … of 1920x1080 side by side
line_up_monitors() {
    at=0
    while [ "$at" -lt "$1" ]; do
        xrandr --addmode "DUMMY$at" 1920x1080 2>/dev/null || true
        if [ "$at" -eq 0 ]; then
            xrandr --output DUMMY0 --mode 1920x1080 --pos 0x0 --primary
        else
            xrandr --output "DUMMY$at" --mode 1920x1080 --right-of "DUMMY$((at - 1))"
        fi
        at=$((at + 1))
    done
}

write_xorg_config() {
    cat <<CONFIG
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "AutoEnableDevices" "false"
EndSection
Section "Device"
  Identifier "card"
  Driver "dummy"
  VideoRam 512000
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5.0-1000.0
  VertRefresh 5.0-200.0
  Modeline "1920x1080" 148.50 1920 2008 2052 2200 1080 1084 1089 1125 +hsync +vsync
EndSection
Section "Screen"
  Identifier "screen"
  Device "card"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Modes "1920x1080"
    Virtual $(($1 * 1920)) 1080
  EndSubSection
EndSection
CONFIG
}
