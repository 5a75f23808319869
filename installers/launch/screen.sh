# A virtual screen for machines without one. Sourced by "wall".

screen_pids=
screen_folder=

# starts one if there is no display; $1: how many monitors
open_screen() {
    if [ -n "${DISPLAY:-}" ] || [ "$(uname -s)" != Linux ]; then return 0; fi
    size=${WALL_SCREEN:-1920x1080}
    case $size in
        [1-9]*x[1-9]*) ;;
        *) size= ;;
    esac
    case $size in
        '' | *x*x* | *[!0-9x]* | *[0-9][0-9][0-9][0-9][0-9]*)
            stop 2 "WALL_SCREEN=\"${WALL_SCREEN:-}\" không đúng; viết như 1920x1080." \
                "WALL_SCREEN=\"${WALL_SCREEN:-}\" is no size; write it like 1920x1080."
            ;;
    esac
    if [ "$1" -gt 1 ]; then need screen monitors; else need screen; fi
    if [ -z "$screen_folder" ]; then screen_folder=$(mktemp -d "${TMPDIR:-/tmp}/toan-canh-screen.XXXXXX"); fi
    : >"$screen_folder/number"
    if [ "$1" -gt 1 ]; then
        write_xorg_config "$1" "$size" >"$screen_folder/xorg.conf"
        Xorg -displayfd 7 -config "$screen_folder/xorg.conf" -logfile "$screen_folder/xorg.log" -noreset -nolisten tcp \
            -novtswitch -sharevts 7>"$screen_folder/number" >"$screen_folder/log" 2>&1 </dev/null &
    else
        Xvfb -displayfd 7 -screen 0 "${size}x24" -nolisten tcp -noreset \
            7>"$screen_folder/number" >"$screen_folder/log" 2>&1 </dev/null &
    fi
    screen_pids="$screen_pids $!"
    waited=0
    until [ -s "$screen_folder/number" ]; do
        if ! kill -0 "$!" 2>/dev/null || [ "$waited" -ge 300 ]; then
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
    if [ "$1" -gt 1 ]; then line_up_monitors "$1" "$size"; fi
    openbox --sm-disable >"$screen_folder/openbox.log" 2>&1 </dev/null &
    screen_pids="$screen_pids $!"
    say "Máy không có màn hình: đã mở màn hình ảo $DISPLAY ($1 màn hình $size)." \
        "There is no display: started virtual screen $DISPLAY ($1 monitor(s) of $size)."
}

# a virtual screen for each of the machines that test side by side, for a window that another gives the keyboard to fails
# its test; sets test_forks, and test_java to what puts each of them on its own. As many as there are cores, up to four.
open_test_screens() {
    test_forks=1
    test_java=$JAVA_HOME/bin/java
    open_screen 1
    cores=$(getconf _NPROCESSORS_ONLN)
    if [ -z "$virtual_screen" ] || [ "$cores" -lt 2 ]; then return 0; fi
    first=$DISPLAY
    cases=
    while [ "$test_forks" -lt "$cores" ] && [ "$test_forks" -lt 4 ]; do
        test_forks=$((test_forks + 1))
        unset DISPLAY
        open_screen 1
        cases="$cases
    *' -Dtest.fork=$test_forks '*) DISPLAY=$DISPLAY ;;"
    done
    mkdir "$screen_folder/bin"
    # surefire reads the version of a java from the file "release" in the folder above its bin
    ln -s "$JAVA_HOME/release" "$screen_folder/release"
    test_java=$screen_folder/bin/java
    cat >"$test_java" <<JAVA
#!/bin/sh
case " \$* " in$cases
    *) DISPLAY=$first ;;
esac
export DISPLAY
exec $(quoted "$JAVA_HOME/bin/java") "\$@"
JAVA
    chmod +x "$test_java"
}

# $1 as one word of a shell, whatever signs are in it
quoted() {
    printf "'%s'" "$(printf '%s' "$1" | sed "s/'/'\\\\''/g")"
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

# outputs DUMMY0, DUMMY1 … side by side; $1: how many, $2: size of each
line_up_monitors() {
    at=0
    while [ "$at" -lt "$1" ]; do
        xrandr --addmode "DUMMY$at" "$2" 2>/dev/null || true
        if [ "$at" -eq 0 ]; then
            xrandr --output DUMMY0 --mode "$2" --pos 0x0 --primary || true
        else
            xrandr --output "DUMMY$at" --mode "$2" --right-of "DUMMY$((at - 1))" || true
        fi
        at=$((at + 1))
    done
    # The driver calls an output connected only when it is asked again after its mode was set, and windows are opened on
    # connected outputs alone: without this question every window would land on the first.
    there=$(xrandr --query | grep -c "^DUMMY[0-9]* connected.* $2+" || true)
    if [ "$there" -ne "$1" ]; then
        stop 3 "Chỉ mở được $there trong $1 màn hình ảo." "Only $there of $1 virtual monitors could be opened."
    fi
}

# $1: how many monitors, $2: size of each
write_xorg_config() {
    width=${2%x*}
    height=${2#*x}
    # nobody sees this screen: 30 Hz keeps the clock of large ones within what the driver takes; Hz and kHz to MHz
    clock=$(((width + 280) * (height + 45) * 30 / 10000))
    clock=$((clock / 100)).$((clock / 10 % 10))$((clock % 10))
    cat <<CONFIG
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "AutoEnableDevices" "false"
EndSection
Section "Device"
  Identifier "card"
  Driver "dummy"
  VideoRam $(($1 * width * height * 4 / 1024 + 65536))
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5.0-1000.0
  VertRefresh 5.0-200.0
  Modeline "$2" $clock $width $((width + 88)) $((width + 132)) $((width + 280)) $height $((height + 4)) $((height + 9)) $((height + 45))
EndSection
Section "Screen"
  Identifier "screen"
  Device "card"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Modes "$2"
    Virtual $(($1 * width)) $height
  EndSubSection
EndSection
CONFIG
}
