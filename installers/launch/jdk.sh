# Finds a JDK by its release file and exports JAVA_HOME. Sourced by "wall".

oldest_jdk=25

# the major version of the JDK in $1, or nothing
jdk_version() {
    [ -f "$1/release" ] && [ -x "$1/bin/javac" ] || return 0
    sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9]*\).*/\1/p' "$1/release" | head -n 1
}

# takes $1 as JAVA_HOME if it is new enough
take_jdk() {
    found=$(jdk_version "$1")
    [ -n "$found" ] && [ "$found" -ge "$oldest_jdk" ] || return 1
    JAVA_HOME=$1
    export JAVA_HOME
}

# follows links from the java on the PATH to its home
jdk_of_path() {
    at=$(command -v java 2>/dev/null) || return 0
    while [ -L "$at" ]; do
        to=$(readlink "$at")
        case $to in
            /*) at=$to ;;
            *) at=$(dirname "$at")/$to ;;
        esac
    done
    dirname "$(dirname "$at")"
}

find_jdk() {
    if [ -n "${JAVA_HOME:-}" ] && take_jdk "$JAVA_HOME"; then return 0; fi
    on_path=$(jdk_of_path)
    if [ -n "$on_path" ] && take_jdk "$on_path"; then return 0; fi
    for home in /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/*jdk* /opt/* /opt/java/* /opt/jdk/* \
        "${HOME:-/}"/.sdkman/candidates/java/* "${HOME:-/}"/.jdks/* "${HOME:-/}"/jdk* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if [ -d "$home" ] && take_jdk "$home"; then return 0; fi
    done
    say "Không tìm thấy JDK $oldest_jdk trở lên." "No JDK $oldest_jdk or newer was found."
    if command -v apt-cache >/dev/null 2>&1 \
        && [ -n "$(apt-cache policy "openjdk-$oldest_jdk-jdk-headless" 2>/dev/null | sed -n 's/^ *Candidate: *\([0-9].*\)/\1/p')" ]; then
        say "Cài bằng: sudo apt-get install openjdk-$oldest_jdk-jdk-headless" \
            "Install it with: sudo apt-get install openjdk-$oldest_jdk-jdk-headless"
    else
        say "Tải Temurin $oldest_jdk (JDK) tại https://adoptium.net, giải nén vào /opt hoặc ~/.jdks, hoặc đặt JAVA_HOME, rồi chạy lại." \
            "Get Temurin $oldest_jdk (JDK) from https://adoptium.net, unpack it into /opt or ~/.jdks, or set JAVA_HOME, and run this again."
    fi
    exit 3
}
