package vn.toancanh.server.ptz;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toancanh.onvif.HeadAbilities;
import vn.toancanh.onvif.LensAbilities;
import vn.toancanh.onvif.LensSettings;

/** What a head is told to have besides its axes. */
final class EquipmentBodies {
    private EquipmentBodies() {}

    /**
     * One thing that a head can be told besides moving.
     *
     * @param aux in the head's own words
     * @param name what it is about, in the head's words, without what stands before a colon
     * @param state what it is told to be; null where the head's words name none
     */
    record Auxiliary(String aux, String name, @Nullable String state) {
        static Auxiliary of(String aux) {
            int bar = aux.indexOf('|');
            String named = bar < 0 ? aux : aux.substring(0, bar);
            String bare = named.substring(named.indexOf(':') + 1).strip();
            String state = bar < 0 ? "" : aux.substring(bar + 1).strip();
            return new Auxiliary(aux, bare.isEmpty() ? aux : bare, state.isEmpty() ? null : state);
        }
    }

    /**
     * What a head has.
     *
     * @param focus it is focused by hand
     * @param autoFocus whether it focuses by itself now; null where that cannot be switched
     * @param iris it is opened and closed in steps
     * @param autoIris whether it sets its iris by itself now; null where that cannot be switched
     */
    record Equipment(
            String cameraId,
            boolean focus,
            @Nullable Boolean autoFocus,
            boolean iris,
            @Nullable Boolean autoIris,
            List<Auxiliary> auxiliaries) {
        /**
         * As a head tells it.
         *
         * @param now null where nothing is known of how it is set
         */
        static Equipment of(String cameraId, HeadAbilities head, LensAbilities lens, @Nullable LensSettings now) {
            return new Equipment(
                    cameraId,
                    lens.focus() != null,
                    lens.autoFocus() ? Boolean.valueOf(now != null && now.autoFocus()) : null,
                    lens.iris() != null,
                    lens.autoIris() ? Boolean.valueOf(now != null && now.autoIris()) : null,
                    head.auxiliaries().stream().map(Auxiliary::of).toList());
        }
    }
}
