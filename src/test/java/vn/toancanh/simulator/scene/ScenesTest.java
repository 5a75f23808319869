package vn.toancanh.simulator.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScenesTest {
    private static final int WIDTH = 160;
    private static final int HEIGHT = 90;
    private static final int CELL = 10;
    private static final double LOOP = 12;

    @Test
    void fortyScenesLookDifferent() {
        List<double[]> looks = new ArrayList<>();
        for (int index = 0; index < 40; index++) {
            SceneRenderer renderer = Scenes.renderer(index, LOOP, WIDTH, HEIGHT);
            renderer.paint(3);
            looks.add(look(renderer.pixels()));
        }
        for (int a = 0; a < looks.size(); a++) {
            for (int b = a + 1; b < looks.size(); b++) {
                assertThat(apart(looks.get(a), looks.get(b)))
                        .as("scenes %d and %d", a, b)
                        .isGreaterThan(6);
            }
        }
    }

    @Test
    void everySceneMovesAndComesBackToWhereItBegan() {
        for (int index = 0; index < 14; index++) {
            SceneRenderer renderer = Scenes.renderer(index, LOOP, WIDTH, HEIGHT);
            renderer.paint(0);
            int[] begin = renderer.pixels().clone();
            renderer.paint(4);
            int[] third = renderer.pixels().clone();
            renderer.paint(LOOP - 1e-4);
            int[] end = renderer.pixels().clone();
            assertThat(changed(begin, third)).as("scene %d moves", index).isGreaterThan(30);
            assertThat(changed(begin, end))
                    .as("scene %d closes its loop", index)
                    .isLessThan(25);
        }
    }

    @Test
    void theSameIndexIsAlwaysTheSamePlace() {
        SceneRenderer one = Scenes.renderer(5, LOOP, WIDTH, HEIGHT);
        SceneRenderer two = Scenes.renderer(5, LOOP, WIDTH, HEIGHT);
        one.paint(7.3);
        two.paint(7.3);
        assertThat(one.pixels()).isEqualTo(two.pixels());
    }

    private static int changed(int[] a, int[] b) {
        int changed = 0;
        for (int i = 0; i < a.length; i++) {
            changed += Math.abs(luma(a[i]) - luma(b[i])) > 24 ? 1 : 0;
        }
        return changed;
    }

    /** Mean luma and two colour differences of coarse cells. */
    private static double[] look(int[] pixels) {
        int columns = WIDTH / CELL;
        double[] look = new double[columns * (HEIGHT / CELL) * 3];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int cell = (y / CELL * columns + x / CELL) * 3;
                int p = pixels[y * WIDTH + x];
                look[cell] += luma(p) / (double) (CELL * CELL);
                look[cell + 1] += ((p >> 16 & 0xFF) - luma(p)) / (double) (CELL * CELL);
                look[cell + 2] += ((p & 0xFF) - luma(p)) / (double) (CELL * CELL);
            }
        }
        return look;
    }

    private static double apart(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] - b[i]);
        }
        return sum / a.length;
    }

    private static int luma(int p) {
        return ((p >> 16 & 0xFF) * 2 + (p >> 8 & 0xFF) * 5 + (p & 0xFF)) / 8;
    }
}
