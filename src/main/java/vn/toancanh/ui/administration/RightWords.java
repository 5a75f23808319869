package vn.toancanh.ui.administration;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.toancanh.administration.Grant;
import vn.toancanh.administration.Hours;
import vn.toancanh.administration.Level;
import vn.toancanh.administration.Role;
import vn.toancanh.administration.SiteLines;
import vn.toancanh.base.Texts;
import vn.toancanh.model.SiteId;

/** Levels, rights and hours in words. */
final class RightWords {
    private RightWords() {}

    static String of(Level level, Texts texts) {
        return switch (level) {
            case VIEW -> texts.get("administration.view");
            case OPERATE -> texts.get("administration.operate");
            case MANAGE -> texts.get("administration.manage");
            case CONFIGURE -> texts.get("administration.configure");
        };
    }

    /** The site's path; the whole city where null; its id where it is not among those that are seen. */
    static String place(@Nullable SiteId site, SiteLines lines, Texts texts) {
        return site == null
                ? texts.get("administration.wholeCity")
                : lines.find(site).map(SiteLines.Line::path).orElse(site.value());
    }

    static String of(Grant grant, SiteLines lines, Texts texts) {
        String level = of(grant.level(), texts);
        String place = place(grant.site(), lines, texts);
        String what = grant.tag().isEmpty()
                ? texts.get("administration.rightWords", level, place)
                : texts.get("administration.rightTagWords", level, place, grant.tag());
        return grant.allowed() ? what : texts.get("administration.denied", what);
    }

    static String of(Hours hours, Texts texts) {
        String days = hours.days().stream().map(day -> day(day, texts)).collect(Collectors.joining(", "));
        return texts.get("administration.hoursWords", days, hours.from(), hours.to());
    }

    static String day(DayOfWeek day, Texts texts) {
        return day.getDisplayName(TextStyle.SHORT_STANDALONE, texts.language().locale());
    }

    /** What a role says, a sentence a line. */
    static String of(Role role, SiteLines lines, Texts texts) {
        List<String> said = new java.util.ArrayList<>();
        role.grants().forEach(grant -> said.add("• " + of(grant, lines, texts)));
        if (role.grants().isEmpty()) {
            said.add("• " + texts.get("administration.noRights"));
        }
        role.hours().forEach(hours -> said.add("• " + of(hours, texts)));
        if (role.lockMinutes() > 0) {
            said.add("• " + texts.get("administration.lockIs", role.lockMinutes()));
        }
        if (role.secondPerson()) {
            said.add("• " + texts.get("administration.secondPerson"));
        }
        if (role.publishedOnly()) {
            said.add("• " + texts.get("administration.publishedOnly"));
        }
        return String.join("\n", said);
    }

    /** Whole numbers as they are typed; -1 where it is none. */
    static int number(String typed) {
        String text = typed.strip();
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
    }
}
