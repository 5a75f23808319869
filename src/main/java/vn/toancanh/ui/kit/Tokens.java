package vn.toancanh.ui.kit;

/** Sizes of the look, in device-independent pixels. Colours are {@link Palette}'s. */
public final class Tokens {
    private Tokens() {}

    /** The grid everything lies on. */
    public static final double SPACE_4 = 4;

    public static final double SPACE_8 = 8;
    public static final double SPACE_12 = 12;
    public static final double SPACE_16 = 16;
    public static final double SPACE_24 = 24;

    /** Type sizes; nothing is smaller than {@link #TYPE_11}. */
    public static final double TYPE_11 = 11;

    public static final double TYPE_13 = 13;
    public static final double TYPE_15 = 15;
    public static final double TYPE_20 = 20;
    public static final double TYPE_32 = 32;

    /** Line height as a factor of the type size; stacked tone marks need it. */
    public static final double LINE_HEIGHT = 1.35;

    /** Smallest side of what can be clicked. */
    public static final double TARGET = 32;

    /** Sides of icons. */
    public static final int ICON_16 = 16;

    public static final int ICON_20 = 20;

    public static final double RAIL_WIDTH = 44;
    public static final double PANEL_WIDTH = 248;
    public static final double DETAILS_WIDTH = 288;
    public static final double TOP_BAR_HEIGHT = 40;
    public static final double STATUS_STRIP_HEIGHT = 24;
    public static final double TILE_HEADER_HEIGHT = 20;
    public static final double TILE_GAP = 1;
    public static final double SELECTION_WIDTH = 2;

    /** Longest motion, milliseconds. */
    public static final double MOTION_MS = 120;
}
