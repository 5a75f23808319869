package vn.toancanh.base;

import java.util.Locale;

/** Languages the program speaks. Vietnamese is written first. */
public enum Language {
    VI(Locale.forLanguageTag("vi-VN")),
    EN(Locale.forLanguageTag("en-GB"));

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** The language of that tag ({@code vi}, {@code en}, {@code en_US.UTF-8}); Vietnamese for any other. */
    public static Language ofTag(String tag) {
        return tag.toLowerCase(Locale.ROOT).startsWith("en") ? EN : VI;
    }
}
