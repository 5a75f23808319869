package vn.toancanh.catalogue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;

/** Which cameras hold which word: the words sorted, so that all words of a prefix lie side by side. Immutable once made. */
final class Postings {
    private final String[] words;
    private final int[][] cameras;

    private Postings(String[] words, int[][] cameras) {
        this.words = words;
        this.cameras = cameras;
    }

    /** Marks every camera that holds a word beginning with {@code prefix}. */
    void mark(String prefix, BitSet found) {
        int at = Arrays.binarySearch(words, prefix);
        for (int i = at < 0 ? -at - 1 : at; i < words.length && words[i].startsWith(prefix); i++) {
            for (int camera : cameras[i]) {
                found.set(camera);
            }
        }
    }

    /** Gives every camera that holds exactly {@code word}. */
    void eachOf(String word, IntConsumer found) {
        int at = Arrays.binarySearch(words, word);
        if (at >= 0) {
            for (int camera : cameras[at]) {
                found.accept(camera);
            }
        }
    }

    /** Collects; cameras must come in growing order. */
    static final class Builder {
        private static final class Growing {
            private int[] cameras = new int[4];
            private int size;

            void add(int camera) {
                if (size > 0 && cameras[size - 1] == camera) {
                    return;
                }
                if (size == cameras.length) {
                    cameras = Arrays.copyOf(cameras, size * 2);
                }
                cameras[size++] = camera;
            }
        }

        private final Map<String, Growing> byWord = new HashMap<>();

        void add(String word, int camera) {
            byWord.computeIfAbsent(word, any -> new Growing()).add(camera);
        }

        Postings build() {
            String[] words = byWord.keySet().toArray(String[]::new);
            Arrays.sort(words);
            int[][] cameras = new int[words.length][];
            for (int i = 0; i < words.length; i++) {
                Growing growing = byWord.getOrDefault(words[i], new Growing());
                cameras[i] = Arrays.copyOf(growing.cameras, growing.size);
            }
            return new Postings(words, cameras);
        }
    }
}
