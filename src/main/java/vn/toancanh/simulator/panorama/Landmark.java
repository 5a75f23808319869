package vn.toancanh.simulator.panorama;

import java.awt.Color;

/** What an operator knows his way by; they stand around in this order. Drawn around the pen, on ground at -4.2 degrees. */
enum Landmark {
    LAKE("Hồ Hoàn Kiếm", 0, 20, 5) {
        @Override
        void paint(Pen pen) {
            for (double at = -19.5; at <= 19.5; at += 1.5) {
                pen.oval(at % 2 == 0 ? LEAF : DARK_LEAF, at, 0, 3.2, 3.4);
            }
            pen.rect(WATER, -20, -9.2, 20, -1.2);
            for (int i = 0; i < 24; i++) {
                pen.rect(GLITTER, -19 + i * 37 % 36, -8.6 + i % 7, -17 + i * 37 % 36, -8.5 + i % 7);
            }
            pen.oval(LEAF, 0, -4.2, 7, 1.2);
            pen.rect(STONE, -1.8, -4.2, 1.8, -1.6);
            pen.rect(STONE, -1.4, -1.4, 1.4, 0.6);
            pen.rect(STONE, -0.8, 0.8, 0.8, 2.4);
            pen.rect(SLATE, -2, -1.6, 2, -1.3);
            pen.rect(SLATE, -1.6, 0.6, 1.6, 0.9);
            pen.polygon(SLATE, -1.2, 2.4, 0, 3.6, 1.2, 2.4);
            for (double at = -1.2; at < 1.5; at += 0.9) {
                pen.oval(GAP, at + 0.3, -2.9, 0.5, 1.3);
                pen.oval(GAP, at * 0.8 + 0.2, -0.4, 0.4, 1);
            }
            bridge(pen);
        }

        private static void bridge(Pen pen) {
            for (int i = 0; i < 20; i++) {
                double from = 8 + i * 0.55;
                double rise = Math.sin(Math.PI * (i + 0.5) / 20);
                pen.rect(RED, from, -5.4 + rise, from + 0.6, -4.9 + rise);
                pen.rect(RED, from, -4.3 + rise, from + 0.6, -4.1 + rise);
                pen.rect(RED, from, -5 + rise, from + 0.12, -4.2 + rise);
                pen.rect(i % 4 == 0 ? RED : WATER, from, -6.6, from + 0.2, -5.3 + rise);
            }
        }

        @Override
        void move(Pen pen, double part) {
            double at = -11 + 6 * Math.sin(2 * Math.PI * part);
            pen.polygon(BOAT, at - 1.6, -6.6, at + 1.6, -6.6, at + 1.1, -7.4, at - 1.1, -7.4);
            pen.polygon(WHITE, at, -6.5, at, -4.2, at + 1.3, -6.5);
        }
    },
    CATHEDRAL("Nhà thờ Lớn", 45, 6, 12) {
        @Override
        void paint(Pen pen) {
            pen.rect(ASHLAR, -5, -4.2, -2, 9);
            pen.rect(ASHLAR, 2, -4.2, 5, 9);
            pen.rect(DARK_ASHLAR, -2, -4.2, 2, 5);
            pen.polygon(DARK_ASHLAR, -2, 5, 0, 7.5, 2, 5);
            pen.rect(GAP, -0.12, 7.5, 0.12, 10);
            pen.rect(GAP, -0.7, 9, 0.7, 9.3);
            pen.oval(GAP, 0, 2.8, 2, 2);
            pen.oval(DOOR, 0, -3, 1.8, 3.6);
            for (double at : new double[] {-3.5, 3.5}) {
                for (double low = -3; low < 8; low += 3) {
                    pen.oval(GAP, at, low + 1, 1.1, 2.2);
                }
                pen.rect(DARK_ASHLAR, at - 1.7, 8.7, at + 1.7, 9.3);
                pen.rect(GAP, at - 0.1, 9.3, at + 0.1, 10.6);
            }
        }
    },
    FLAG_TOWER("Cột cờ Hà Nội", 90, 6, 15) {
        @Override
        void paint(Pen pen) {
            pen.rect(BRICK, -5, -4.2, 5, -1.4);
            pen.rect(DARK_BRICK, -5, -1.4, 5, -1);
            pen.rect(BRICK, -3.6, -1, 3.6, 1.2);
            pen.rect(DARK_BRICK, -3.6, 1.2, 3.6, 1.6);
            pen.polygon(BRICK, -1.3, 1.6, -0.8, 8.5, 0.8, 8.5, 1.3, 1.6);
            pen.rect(DARK_BRICK, -1, 8.5, 1, 9.4);
            pen.rect(GAP, -0.1, 9.4, 0.1, 14);
            pen.oval(DOOR, 0, -3, 1.4, 2.6);
        }

        @Override
        void move(Pen pen, double part) {
            for (int i = 0; i < 10; i++) {
                double wave = 0.25 * Math.sin(2 * Math.PI * (9 * part - i / 7.0)) * i / 10;
                double from = 0.1 + i * 0.45;
                pen.rect(FLAG, from, 10.8 + wave, from + 0.47, 13.8 + wave);
            }
            double wave = 0.12 * Math.sin(2 * Math.PI * (9 * part - 5 / 7.0));
            pen.polygon(STAR, star(2.3, 12.3 + wave, 0.95));
        }
    },
    LONG_BRIDGE("Cầu Long Biên", 135, 16, 6) {
        @Override
        void paint(Pen pen) {
            pen.rect(RIVER, -16, -6.5, 16, -3);
            for (double at = -15; at <= 15; at += 6) {
                pen.rect(STONE, at - 0.5, -5.6, at + 0.5, -2.4);
            }
            pen.rect(STEEL, -16, -2.4, 16, -1.8);
            for (double at = -15; at < 15; at += 6) {
                beam(pen, at, -1.8, at + 3, 3.8);
                beam(pen, at + 3, 3.8, at + 6, -1.8);
                beam(pen, at + 1.5, 1, at + 3, -1.8);
                beam(pen, at + 4.5, 1, at + 3, -1.8);
                pen.rect(STEEL, at + 2.85, -1.8, at + 3.15, 3.8);
            }
        }

        private static void beam(Pen pen, double from, double low, double to, double high) {
            pen.polygon(STEEL, from - 0.2, low, from + 0.2, low, to + 0.2, high, to - 0.2, high);
        }

        @Override
        void move(Pen pen, double part) {
            for (int wagon = 0; wagon < 4; wagon++) {
                double at = -26 + 44 * part + wagon * 2.6;
                if (Math.abs(at) < 14.5) {
                    pen.rect(wagon == 3 ? RED : TRAIN, at - 1.2, -1.8, at + 1.2, -0.4);
                }
            }
        }
    },
    MARKET("Chợ Đồng Xuân", 180, 9, 6) {
        @Override
        void paint(Pen pen) {
            pen.rect(CREAM, -8, -4.2, 8, 1);
            for (double at = -6.4; at < 8; at += 3.2) {
                pen.polygon(CREAM, at - 1.6, 1, at, 4.4, at + 1.6, 1);
                pen.oval(GAP, at, 1.7, 1, 1);
                pen.oval(DOOR, at, -3, 1.9, 4.2);
                pen.rect(RED, at - 1.2, -1, at + 1.2, -0.5);
            }
        }
    },
    OPERA("Nhà hát Lớn", 225, 9, 8) {
        @Override
        void paint(Pen pen) {
            pen.rect(OCHRE, -8, -4.2, 8, 2.6);
            pen.rect(OCHRE, -3.5, 2.6, 3.5, 4);
            pen.polygon(SLATE, -4, 4, -2.6, 6.6, 2.6, 6.6, 4, 4);
            pen.polygon(SLATE, -8.2, 2.6, -7, 4.6, -5, 4.6, -4, 2.6);
            pen.polygon(SLATE, 4, 2.6, 5, 4.6, 7, 4.6, 8.2, 2.6);
            for (double at = -7; at <= 7; at += 2) {
                pen.rect(WHITE, at - 0.3, -3, at + 0.3, 1.6);
                pen.oval(GAP, at + 1, -1, 0.9, 2.6);
            }
            pen.rect(WHITE, -8.2, 1.6, 8.2, 2);
            pen.rect(STONE, -8.6, -4.2, 8.6, -3.4);
        }
    },
    STATION("Ga Hà Nội", 270, 10, 5) {
        @Override
        void paint(Pen pen) {
            pen.rect(CREAM, -9.5, -4.2, -3, 2);
            pen.rect(CREAM, 3, -4.2, 9.5, 2);
            pen.rect(WHITE, -3, -4.2, 3, 3.6);
            for (double at = -2.4; at < 3; at += 1.2) {
                pen.rect(PANE, at - 0.4, -3, at + 0.4, 2.6);
            }
            for (double at = 4; at < 9; at += 1.4) {
                pen.rect(PANE, at, -3.4, at + 0.9, 1.2);
                pen.rect(PANE, -at - 0.9, -3.4, -at, 1.2);
            }
            pen.oval(GAP, 0, 3.2, 1.6, 1.6);
            pen.oval(WHITE, 0, 3.2, 1.3, 1.3);
        }

        @Override
        void move(Pen pen, double part) {
            double angle = 2 * Math.PI * part;
            pen.polygon(GAP, -0.06, 3.2, 0.55 * Math.sin(angle), 3.2 + 0.55 * Math.cos(angle), 0.06, 3.25);
        }
    },
    WATER_TOWER("Tháp nước Hàng Đậu", 315, 6, 9) {
        @Override
        void paint(Pen pen) {
            pen.rect(STONE, -4.5, -4.2, 4.5, 5);
            pen.rect(DARK_ASHLAR, 2.4, -4.2, 4.5, 5);
            pen.polygon(SLATE, -5, 5, 0, 8, 5, 5);
            pen.rect(DARK_BRICK, -4.6, 0.8, 4.6, 1.3);
            for (double at = -3.2; at <= 3.4; at += 1.6) {
                pen.oval(GAP, at, -2, 0.9, 2.6);
                pen.oval(GAP, at, 3, 0.8, 2);
            }
        }
    };

    private static final Color LEAF = new Color(0x4C7A44);
    private static final Color DARK_LEAF = new Color(0x3B6338);
    private static final Color WATER = new Color(0x5F938C);
    private static final Color GLITTER = new Color(0x86B5AC);
    private static final Color RIVER = new Color(0xA0795A);
    private static final Color STONE = new Color(0xB5AA96);
    private static final Color SLATE = new Color(0x56606A);
    private static final Color GAP = new Color(0x2B2A28);
    private static final Color RED = new Color(0xB8322A);
    private static final Color BOAT = new Color(0x6D4326);
    private static final Color WHITE = new Color(0xF1F0EA);
    private static final Color ASHLAR = new Color(0x8F8B84);
    private static final Color DARK_ASHLAR = new Color(0x7A766F);
    private static final Color DOOR = new Color(0x4A352A);
    private static final Color BRICK = new Color(0xB58A62);
    private static final Color DARK_BRICK = new Color(0x8F6A49);
    private static final Color STEEL = new Color(0x57504A);
    private static final Color TRAIN = new Color(0x2F5F95);
    private static final Color CREAM = new Color(0xE2CFA4);
    private static final Color OCHRE = new Color(0xE6BE5C);
    private static final Color PANE = new Color(0x5B6C78);
    private static final Color STAR = new Color(0xFFE23C);

    /** Of the flag, and of nothing else. */
    static final Color FLAG = new Color(0xE60018);

    private final String label;
    private final double around;
    private final double half;
    private final double top;

    Landmark(String label, double around, double half, double top) {
        this.label = label;
        this.around = around;
        this.half = half;
        this.top = top;
    }

    /** What stands still of it. */
    abstract void paint(Pen pen);

    /**
     * What moves of it.
     *
     * @param part of the twelve seconds, 0 to 1
     */
    void move(Pen pen, double part) {
        // most stand still
    }

    /** What it is called. */
    String label() {
        return label;
    }

    /** How far it stands from the first, degrees to the right. */
    double around() {
        return around;
    }

    /** It reaches so far to either side, degrees. */
    double half() {
        return half;
    }

    /** Its top, degrees above the horizon. */
    double top() {
        return top;
    }

    private static double[] star(double azimuth, double elevation, double radius) {
        double[] corners = new double[20];
        for (int i = 0; i < 10; i++) {
            double reach = i % 2 == 0 ? radius : radius * 0.4;
            corners[2 * i] = azimuth + reach * Math.sin(Math.PI * i / 5);
            corners[2 * i + 1] = elevation + reach * Math.cos(Math.PI * i / 5);
        }
        return corners;
    }
}
