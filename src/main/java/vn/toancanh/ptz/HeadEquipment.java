package vn.toancanh.ptz;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a head has besides its axes, as it told last.
 *
 * @param focus it is focused by hand
 * @param autoFocus whether it focuses by itself; null where that cannot be switched
 * @param iris it is opened and closed in steps
 * @param autoIris whether it sets its iris by itself; null where that cannot be switched
 */
public record HeadEquipment(
        boolean focus,
        @Nullable Boolean autoFocus,
        boolean iris,
        @Nullable Boolean autoIris,
        List<Auxiliary> auxiliaries) {
    /** It has nothing, or nothing is known of it. */
    public static final HeadEquipment NONE = new HeadEquipment(false, null, false, null, List.of());

    public HeadEquipment {
        auxiliaries = List.copyOf(auxiliaries);
    }

    /**
     * Something that is switched, such as a wiper.
     *
     * @param name in the head's words
     */
    public record Auxiliary(String name, List<Choice> choices) {
        public Auxiliary {
            choices = List.copyOf(choices);
        }
    }

    /**
     * What it can be told to be.
     *
     * @param aux as the head is told it, 1 to 64 characters
     * @param state in the head's words; empty where those name none
     */
    public record Choice(String aux, String state) {}

    /** True where there is nothing to be told. */
    public boolean isEmpty() {
        return !focus && autoFocus == null && !iris && autoIris == null && auxiliaries.isEmpty();
    }
}
