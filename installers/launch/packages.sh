# Installs what is missing from Debian's or Ubuntu's packages. Sourced by "wall".

# the packages named by the lists given, one alternative group a line
package_lines() {
    for list in "$@"; do
        sed -e 's/#.*//' -e '/^ *$/d' "$here/installers/packages/debian/$list"
    done | sort -u
}

# prints, of the lists given, the lines of which no alternative is installed
missing_packages() {
    lines=$(package_lines "$@")
    installed=" $(dpkg-query -W -f '${db:Status-Status} ${Package}\n' $(printf '%s\n' "$lines" | tr '|' ' ') 2>/dev/null \
        | sed -n 's/^installed //p' | tr '\n' ' ')"
    printf '%s\n' "$lines" | while IFS= read -r line; do
        there=
        for name in $(printf '%s' "$line" | tr '|' ' '); do
            case $installed in *" $name "*) there=yes ;; esac
        done
        [ -n "$there" ] || printf '%s\n' "$line"
    done
}

# of a line "a | b" the first that this release offers
offered_package() {
    for name in $(printf '%s' "$1" | tr '|' ' '); do
        if apt-cache show "$name" >/dev/null 2>&1; then
            printf '%s ' "$name"
            return 0
        fi
    done
    printf '%s ' "${1##*| }"
}

apt_run() {
    tries=0
    until $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 \
        -o Dpkg::Use-Pty=0 "$@" >"$log_folder/apt.log" 2>&1; do
        tries=$((tries + 1))
        if [ "$tries" -ge 3 ]; then
            tail -n 15 "$log_folder/apt.log" >&2
            stop 3 "apt-get không cài được; chi tiết ở $log_folder/apt.log" \
                "apt-get could not install it; details in $log_folder/apt.log"
        fi
        sleep $((tries * 3))
    done
}

# need LIST...: makes sure the packages of those lists are there
need() {
    command -v dpkg-query >/dev/null 2>&1 || return 0
    lacking=$(missing_packages "$@")
    [ -n "$lacking" ] || return 0
    if [ "$(id -u)" = 0 ]; then
        as_root=
    elif command -v sudo >/dev/null 2>&1 && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
        as_root=sudo
    else
        names=$(printf '%s\n' "$lacking" | while IFS= read -r line; do offered_package "$line"; done)
        stop 3 "Thiếu gói. Nhờ người quản trị máy chạy: apt-get install --no-install-recommends $names" \
            "Packages are missing. Ask the machine's administrator to run: apt-get install --no-install-recommends $names"
    fi
    mkdir -p "$log_folder"
    say "Đang cài các gói còn thiếu: $(printf '%s' "$lacking" | tr '\n' ',')" \
        "Installing missing packages: $(printf '%s' "$lacking" | tr '\n' ',')"
    apt_run update
    names=$(printf '%s\n' "$lacking" | while IFS= read -r line; do offered_package "$line"; done)
    # shellcheck disable=SC2086 # a list of package names
    apt_run install -y --no-install-recommends $names
}
