package vn.toancanh.app.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeashWordsTest {
    private final List<String> done = new ArrayList<>();
    private final LeashWords words = new LeashWords(new LeashWords.Hands() {
        @Override
        public void show(List<Integer> cameras) {
            done.add("show " + cameras);
        }

        @Override
        public void page(int first, int count) {
            done.add("page " + first + "+" + count);
        }

        @Override
        public void put(int tile, int camera) {
            done.add("put " + camera + " in " + tile);
        }

        @Override
        public void clear(int tile) {
            done.add("clear " + tile);
        }

        @Override
        public void turns(int tile, List<Integer> cameras) {
            done.add("turns of " + cameras + " in " + tile);
        }

        @Override
        public void expect(List<Integer> cameras) {
            done.add("expect " + cameras);
        }

        @Override
        public void cool() {
            done.add("cool");
        }

        @Override
        public void steer(int tile) {
            done.add("steer " + tile);
        }

        @Override
        public void stall(int millis) {
            done.add("stall " + millis);
        }
    });

    @Test
    void eachLineIsDone() {
        List.of(
                        "show 1201 1202",
                        " page 1  64 ",
                        "put 36 1201",
                        "clear 36",
                        "expect 7",
                        "cool",
                        "show",
                        "turns 2 7 8",
                        "steer 5",
                        "stall 1000")
                .forEach(words::take);
        assertThat(done)
                .containsExactly(
                        "show [1201, 1202]",
                        "page 1+64",
                        "put 1201 in 36",
                        "clear 36",
                        "expect [7]",
                        "cool",
                        "show []",
                        "turns of [7, 8] in 2",
                        "steer 5",
                        "stall 1000");
    }

    @Test
    void whatIsNoOrderIsPassedOver() {
        List.of(
                        "",
                        "hide 1",
                        "page",
                        "page 0 9",
                        "page 1 101",
                        "page -1 9",
                        "page 9999999 1",
                        "put 1",
                        "put 1 2 3",
                        "clear",
                        "turns",
                        "turns 1",
                        "turns 1 2",
                        "steer",
                        "steer 1 2",
                        "steer 0",
                        "stall",
                        "stall 5001",
                        "show x",
                        "\u0000\u0001")
                .forEach(words::take);
        assertThat(done).isEmpty();
    }
}
