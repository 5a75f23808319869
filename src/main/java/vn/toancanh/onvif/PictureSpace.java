package vn.toancanh.onvif;

import java.util.Locale;

/** The words by which a head is told of places by where they stand in its picture, whatever its lens is just then. */
final class PictureSpace {
    /** Of ways to turn: 1 is what stands at the right or upper edge, -1 what stands at the left or lower one. */
    static final String OF_PLACES = "http://www.onvif.org/ver10/tptz/PanTiltSpaces/TranslationSpaceFov";

    /** Of ways to zoom: how many times as near, as the width of the picture by that of the part that is to fill it. */
    static final String OF_NEARNESS = "http://www.onvif.org/ver10/tptz/ZoomSpaces/TranslationSpaceFov";

    private PictureSpace() {}

    /** Has a place come to the middle. */
    static String place(double x, double y) {
        return "<t:PanTilt x=\"" + number(x) + "\" y=\"" + number(y) + "\" space=\"" + OF_PLACES + "\"/>";
    }

    /** Has a part of the picture fill it. */
    static String part(double share) {
        return "<t:Zoom x=\"" + number(1 / share) + "\" space=\"" + OF_NEARNESS + "\"/>";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value + 0.0);
    }
}
