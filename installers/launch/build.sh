# Builds the product when its sources changed. Sourced by "wall".

# what the build depends on, as one line; contents count, not dates, so that a change of branch is seen
source_mark() {
    {
        find "$here/src/main" "$here/.mvn" -type f -exec cksum {} +
        cksum "$here/pom.xml"
        printf '%s\n' "$JAVA_HOME"
    } | LC_ALL=C sort | cksum
}

# a Maven of 3.8 or newer as $maven: the one on the PATH, else the distribution's
find_maven() {
    maven=$(command -v mvn 2>/dev/null || true)
    if [ -z "$maven" ]; then
        need build
        maven=$(command -v mvn 2>/dev/null || true)
    fi
    [ -n "$maven" ] || stop 3 "Thiếu Maven 3.8 trở lên. Cài Maven rồi chạy lại." \
        "Maven 3.8 or newer is missing. Install it and run this again."
    maven_version=$("$maven" --version 2>/dev/null | sed -n 's/.*Apache Maven[^0-9]*\([0-9]*\)\.\([0-9]*\).*/\1 \2/p')
    # shellcheck disable=SC2086 # two numbers
    set -- ${maven_version:-0 0}
    if [ "$1" -lt 3 ] || { [ "$1" = 3 ] && [ "$2" -lt 8 ]; }; then
        stop 3 "$maven cũ quá; cần Maven 3.8 trở lên." "$maven is too old; Maven 3.8 or newer is needed."
    fi
}

# leaves the product in target/app; says so when it has to work
build() {
    app=$here/target/app
    mark=$(source_mark)
    if [ -f "$app/built" ] && [ "$(cat "$app/built")" = "$mark" ]; then return 0; fi
    mkdir -p "$log_folder"
    # two at once would trip over each other; whoever waited finds it built
    if command -v flock >/dev/null 2>&1; then
        exec 8>"$here/target/build.lock"
        flock 8
        if [ -f "$app/built" ] && [ "$(cat "$app/built")" = "$mark" ]; then
            exec 8>&-
            return 0
        fi
    fi
    find_maven
    say "Đang biên dịch (lần đầu còn tải thư viện, có thể mất vài phút)…" \
        "Building (the first time libraries are downloaded too; it may take a few minutes)…"
    # a process that still runs keeps the files it has open
    rm -rf "$app"
    if ! (cd "$here" && "$maven" -B -Dmaven.test.skip=true -Dspotless.check.skip=true package) >"$log_folder/build.log" 2>&1 </dev/null; then
        grep -E '^\[ERROR\]|^Error' "$log_folder/build.log" | head -n 20 >&2
        stop 1 "Biên dịch không được; chi tiết ở $log_folder/build.log" "The build failed; details in $log_folder/build.log"
    fi
    printf '%s\n' "$mark" >"$app/built"
    if command -v flock >/dev/null 2>&1; then exec 8>&-; fi
}
