package vn.toancanh.simulator.scene;

import java.awt.Color;

/** Time of day and weather: what light and air make of every colour. */
enum Mood {
    DAY(0x6FA9DC, 0xD3E6F2, 1.0, 1.0, 0.98, 0xD3E2EC, 420, 0.28, false, 0),
    MORNING(0x9DB9D6, 0xF6DCC0, 1.03, 0.97, 0.90, 0xF0E0D0, 260, 0.24, false, 0),
    OVERCAST(0xA9B4BC, 0xD5DADC, 0.86, 0.89, 0.92, 0xCBD1D4, 230, 0.12, false, 0),
    AFTERNOON(0x7FA6CF, 0xF3E3C2, 1.05, 0.99, 0.88, 0xEADFCB, 380, 0.30, false, 0),
    FOG(0xBCC6CC, 0xD9DEDE, 0.90, 0.93, 0.94, 0xCFD6D8, 85, 0.08, false, 0),
    RAIN(0x7D8E9C, 0xBAC5CC, 0.70, 0.77, 0.84, 0xA9B6C0, 150, 0.10, true, 1),
    DUSK(0x46568C, 0xF7B07A, 0.82, 0.70, 0.74, 0xD3A496, 340, 0.12, true, 0),
    EVENING(0x22326A, 0x9A6E92, 0.52, 0.52, 0.70, 0x6C5C8C, 340, 0.10, true, 0),
    NIGHT(0x0D1734, 0x33427A, 0.42, 0.45, 0.60, 0x2A3660, 300, 0.14, true, 0),
    NIGHT_RAIN(0x121B2A, 0x36445A, 0.38, 0.43, 0.52, 0x344154, 150, 0.10, true, 1);

    final Color skyTop;
    final Color skyLow;
    private final double red;
    private final double green;
    private final double blue;
    private final Color air;
    private final double airMetres;
    final double shadow;
    final boolean lamps;
    final boolean rain;

    Mood(
            int skyTop,
            int skyLow,
            double red,
            double green,
            double blue,
            int air,
            double airMetres,
            double shadow,
            boolean lamps,
            int rain) {
        this.skyTop = new Color(skyTop);
        this.skyLow = new Color(skyLow);
        this.red = red;
        this.green = green;
        this.blue = blue;
        this.air = new Color(air);
        this.airMetres = airMetres;
        this.shadow = shadow;
        this.lamps = lamps;
        this.rain = rain == 1;
    }

    /** True after sunset, when lit windows and lamps carry the picture. */
    boolean dark() {
        return this == NIGHT || this == NIGHT_RAIN || this == EVENING;
    }

    /** A surface's colour under this light, {@code bright} 0 to about 1.2, seen through {@code depth} metres of air. */
    Color lit(Color surface, double bright, double depth) {
        double haze = 1 - Math.exp(-Math.max(0, depth) / airMetres);
        return new Color(
                mix(surface.getRed() * red * bright, air.getRed(), haze),
                mix(surface.getGreen() * green * bright, air.getGreen(), haze),
                mix(surface.getBlue() * blue * bright, air.getBlue(), haze),
                surface.getAlpha());
    }

    /** A lamp's or a lit window's colour, dimmed only by the air. */
    Color shining(Color light, double depth) {
        double haze = 0.6 * (1 - Math.exp(-Math.max(0, depth) / airMetres));
        return new Color(
                mix(light.getRed(), air.getRed(), haze),
                mix(light.getGreen(), air.getGreen(), haze),
                mix(light.getBlue(), air.getBlue(), haze),
                light.getAlpha());
    }

    private static int mix(double own, double other, double share) {
        return (int) Math.clamp(own + (other - own) * share, 0, 255);
    }
}
