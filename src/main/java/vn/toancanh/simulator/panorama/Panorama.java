package vn.toancanh.simulator.panorama;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A city all around a head: sky, eight landmarks with their names, houses between them, trees, a street with traffic, a square. What
 * moves is after twelve seconds where it was. The same index always makes the same. One thread at a time.
 */
final class Panorama {
    private static final Color[] WALLS =
            colours(0xE6D3A3, 0xD9A679, 0xC7D1B8, 0xE3E0D5, 0xB9C6D2, 0xD8B4A0, 0xEBC986, 0xA9B7A0);
    private static final Color[] ROOFS = colours(0x8C3B2A, 0xA34A32, 0x6E5A4E, 0x7A3328);
    private static final Color PANE = new Color(0x4C5B66);
    private static final Color DOOR = new Color(0x5A4031);
    private static final Color BLUE_PLATE = new Color(0x1C4E9C);
    private static final Color WHITE = new Color(0xF4F4EE);
    private static final List<String> STREETS = List.of(
            "Phố Đinh Tiên Hoàng",
            "Phố Lê Thái Tổ",
            "Phố Hàng Khay",
            "Phố Tràng Tiền",
            "Phố Hàng Đào",
            "Phố Nhà Thờ",
            "Phố Điện Biên Phủ",
            "Phố Trần Nhật Duật");
    private static final double STEP = 360.0 / 8;

    private record House(double azimuth, double wide, double top, Color wall, Color roof) {}

    private record Tree(double azimuth, double size) {}

    private final double turn;
    private final List<House> houses = new ArrayList<>();
    private final List<House> towers = new ArrayList<>();
    private final List<Tree> trees = new ArrayList<>();

    Panorama(int index) {
        SplittableRandom random = new SplittableRandom(0x5CE7EL * 31 + index * 7919L);
        turn = STEP * Math.floorMod(index * 3, 8) - 12 + random.nextInt(24);
        for (double azimuth = -180; azimuth < 180; ) {
            double wide = 2 + 1.6 * random.nextDouble();
            House house = new House(
                    azimuth + wide / 2, wide, 0.5 + 5 * random.nextDouble(), one(WALLS, random), one(ROOFS, random));
            if (isFree(house.azimuth, wide / 2)) {
                houses.add(house);
            }
            azimuth += wide;
        }
        for (double azimuth = -180; azimuth < 180; azimuth += 3 + 3 * random.nextDouble()) {
            double haze = 0.75 + 0.2 * random.nextDouble();
            Color grey = new Color((int) (0xA0 * haze), (int) (0xB2 * haze), (int) (0xC4 * haze));
            towers.add(new House(azimuth, 1.5 + 2 * random.nextDouble(), 1.5 + 6 * random.nextDouble(), grey, grey));
        }
        for (double azimuth = -180; azimuth < 178; azimuth += 4 + 3 * random.nextDouble()) {
            trees.add(new Tree(azimuth, 0.8 + 0.5 * random.nextDouble()));
        }
    }

    /** Where a landmark stands, degrees to the right of straight ahead; may be beyond 180. */
    double azimuth(Landmark landmark) {
        return turn + landmark.around();
    }

    private boolean isFree(double azimuth, double half) {
        for (Landmark landmark : Landmark.values()) {
            double apart = Math.abs(new Window(azimuth(landmark), 0, 1).aside(azimuth));
            if (apart < landmark.half() + half) {
                return false;
            }
        }
        return true;
    }

    /** What stands still. */
    void still(Pen pen) {
        sky(pen);
        pen.band(new Color(0xA9B5A4), -4, 0);
        for (House tower : towers) {
            if (pen.at(tower.azimuth, tower.wide)) {
                pen.rect(tower.wall, -tower.wide / 2, -4, tower.wide / 2, tower.top);
            }
        }
        ground(pen);
        houses.forEach(house -> house(pen, house));
        for (Landmark landmark : Landmark.values()) {
            if (pen.at(azimuth(landmark), landmark.half() + 12)) {
                landmark.paint(pen);
                pen.plate(landmark.label(), landmark.top() + 0.8, 1.5, new Color(0x20262C), WHITE);
            }
        }
        trees.forEach(tree -> tree(pen, tree));
        for (int i = 0; i < STREETS.size(); i++) {
            if (pen.at(turn + STEP * (i + 0.5), 14)) {
                pen.rect(new Color(0x6B7075), -0.1, -9.5, 0.1, -6);
                pen.plate(STREETS.get(i), -6, 1.1, BLUE_PLATE, WHITE);
            }
        }
    }

    private static void sky(Pen pen) {
        int bands = 30;
        for (int i = 0; i < bands; i++) {
            double part = (double) i / (bands - 1);
            pen.band(
                    mix(new Color(0xDCE9F1), new Color(0x6FA3D4), part),
                    42.0 * i / bands,
                    i == bands - 1 ? 90 : 42.0 * (i + 1) / bands);
        }
        for (int cloud = 0; cloud < 18; cloud++) {
            if (pen.at(-180 + 20 * cloud, 9)) {
                double high = 12 + cloud * 7 % 19;
                pen.oval(new Color(0xF3F7FA), 0, high, 11, 2.4);
                pen.oval(new Color(0xF3F7FA), 2.5, high + 1, 6, 2.6);
                pen.oval(new Color(0xE6EEF4), -3, high - 0.4, 7, 1.6);
            }
        }
    }

    private static void ground(Pen pen) {
        pen.band(new Color(0x8FA37C), -9.2, -4);
        pen.band(new Color(0xB9B3A6), -10.4, -9.2);
        pen.band(new Color(0x55595D), -21, -10.4);
        pen.band(new Color(0xB9B3A6), -24, -21);
        pen.band(new Color(0x7E9A62), -36, -24);
        pen.band(new Color(0xA9765A), -90, -36);
        for (int i = 0; i < 72; i++) {
            if (pen.at(-180 + 5 * i, 3)) {
                pen.rect(WHITE, -1, -15.9, 1, -15.5);
                pen.rect(new Color(0x9D978B), -0.06, -24, 0.06, -21);
                pen.oval(i % 3 == 0 ? new Color(0xD65A7A) : new Color(0xE8C34C), 0, -27.5 - i % 2, 2.2, 0.9);
                pen.rect(new Color(0x8E5F47), -0.1, -62, 0.1, -36);
            }
        }
        for (int i = 0; i < 8; i++) {
            if (pen.at(-168 + STEP * i, 4)) {
                for (double at = -20.6; at < -11; at += 1.6) {
                    pen.rect(WHITE, -2.4, at, 2.4, at + 0.8);
                }
            }
        }
        pen.band(new Color(0x8A4E3A), -36.6, -36);
    }

    private static void house(Pen pen, House house) {
        double half = house.wide / 2;
        if (!pen.at(house.azimuth, half)) {
            return;
        }
        pen.rect(house.wall, -half, -4.2, half, house.top);
        pen.rect(house.roof, -half, house.top, half, house.top + 0.45);
        pen.rect(DOOR, -half * 0.75, -4.2, half * 0.75, -2.7);
        for (double floor = -2.1; floor + 1.1 < house.top; floor += 1.7) {
            pen.rect(PANE, -half * 0.7, floor, -half * 0.15, floor + 1);
            pen.rect(PANE, half * 0.15, floor, half * 0.7, floor + 1);
            pen.rect(WHITE, -half * 0.8, floor - 0.2, half * 0.8, floor - 0.1);
        }
    }

    private static void tree(Pen pen, Tree tree) {
        if (pen.at(tree.azimuth, 2)) {
            double size = tree.size;
            pen.rect(new Color(0x5E4A37), -0.12 * size, -9.4, 0.12 * size, -6.5);
            pen.oval(new Color(0x3F6B3A), 0, -5.6, 2.6 * size, 2.4 * size);
            pen.oval(new Color(0x4F7F45), -0.4, -5.2, 1.6 * size, 1.4 * size);
        }
    }

    /**
     * What moves.
     *
     * @param part of the twelve seconds, 0 to 1
     */
    void moving(Pen pen, double part) {
        for (Landmark landmark : Landmark.values()) {
            if (pen.at(azimuth(landmark), landmark.half() + 2)) {
                landmark.move(pen, part);
            }
        }
        Traffic.paint(pen, part);
    }

    static Color mix(Color one, Color other, double part) {
        return new Color(
                (int) Math.round(one.getRed() + (other.getRed() - one.getRed()) * part),
                (int) Math.round(one.getGreen() + (other.getGreen() - one.getGreen()) * part),
                (int) Math.round(one.getBlue() + (other.getBlue() - one.getBlue()) * part));
    }

    private static Color one(Color[] of, SplittableRandom random) {
        return of[random.nextInt(of.length)];
    }

    static Color[] colours(int... rgb) {
        Color[] colours = new Color[rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            colours[i] = new Color(rgb[i]);
        }
        return colours;
    }
}
