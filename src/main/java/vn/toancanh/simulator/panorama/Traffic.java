package vn.toancanh.simulator.panorama;

import java.awt.Color;

/**
 * Cars and motorbikes all around. Those of a lane stand at equal distances and have a few colours by turns, so that they need not come all the
 * way round to look as they did.
 */
final class Traffic {
    private static final Color[] CARS =
            Panorama.colours(0xE9E9E6, 0x2F3B46, 0xB23A32, 0x9AA3A9, 0x2E5C8A, 0xE0B84C, 0x3D4A3F, 0xCFC7B8);
    private static final Color GLASS = new Color(0x26323C);
    private static final Color TYRE = new Color(0x1A1C1E);
    private static final Color SKIN = new Color(0xC79A7B);

    private static final int FAR_CARS = 48;
    private static final int NEAR_CARS = 40;
    private static final int BIKES = 64;

    private Traffic() {}

    static void paint(Pen pen, double part) {
        for (int i = 0; i < FAR_CARS; i++) {
            if (pen.at(place(i, FAR_CARS, -part), 3)) {
                car(pen, CARS[i % CARS.length], -13.6, 1);
            }
        }
        for (int i = 0; i < BIKES; i++) {
            if (pen.at(place(i, BIKES, part) + 2, 2)) {
                bike(pen, CARS[(i + 3) % CARS.length], -15.2);
            }
        }
        for (int i = 0; i < NEAR_CARS; i++) {
            if (pen.at(place(i, NEAR_CARS, part), 4)) {
                car(pen, CARS[(i + 5) % CARS.length], -19.4, 1.5);
            }
        }
    }

    /** In one round of time each comes to where the next of its colour was. */
    private static double place(int i, int count, double part) {
        return -180 + 360.0 / count * (i + CARS.length * part + 0.3 * (i % 2));
    }

    private static void car(Pen pen, Color colour, double road, double size) {
        pen.rect(colour, -1.8 * size, road + 0.3 * size, 1.8 * size, road + 1.1 * size);
        pen.polygon(
                colour,
                -1.2 * size,
                road + 1.1 * size,
                -0.8 * size,
                road + 1.8 * size,
                0.8 * size,
                road + 1.8 * size,
                1.2 * size,
                road + 1.1 * size);
        pen.rect(GLASS, -0.8 * size, road + 1.15 * size, -0.1 * size, road + 1.6 * size);
        pen.rect(GLASS, 0.1 * size, road + 1.15 * size, 0.8 * size, road + 1.6 * size);
        pen.oval(TYRE, -1.1 * size, road + 0.3 * size, 0.7 * size, 0.7 * size);
        pen.oval(TYRE, 1.1 * size, road + 0.3 * size, 0.7 * size, 0.7 * size);
    }

    private static void bike(Pen pen, Color colour, double road) {
        pen.rect(colour, -0.5, road + 0.3, 0.5, road + 0.6);
        pen.rect(colour, -0.25, road + 0.6, 0.15, road + 1.3);
        pen.oval(SKIN, 0, road + 1.5, 0.4, 0.4);
        pen.oval(TYRE, -0.5, road + 0.25, 0.5, 0.5);
        pen.oval(TYRE, 0.5, road + 0.25, 0.5, 0.5);
    }
}
