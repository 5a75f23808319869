# Words of the launcher in two languages. Sourced by "wall".

# language of the launcher's own lines: --lang, else the locale, else Vietnamese
choose_language() {
    language=
    previous=
    for word in "$@"; do
        case $word in
            --lang=*) language=${word#--lang=} ;;
            *) if [ "$previous" = --lang ]; then language=$word; fi ;;
        esac
        previous=$word
    done
    if [ -z "$language" ]; then
        case ${LC_ALL:-${LC_MESSAGES:-${LANG:-vi}}} in
            en*) language=en ;;
            *) language=vi ;;
        esac
    fi
}

# say VIETNAMESE ENGLISH: a line for the person, on stderr so that stdout stays for results
say() {
    if [ "$language" = en ]; then printf '%s\n' "$2" >&2; else printf '%s\n' "$1" >&2; fi
}

# stop STATUS VIETNAMESE ENGLISH
stop() {
    status=$1
    say "$2" "$3"
    exit "$status"
}
