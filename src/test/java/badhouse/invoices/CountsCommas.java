package badhouse.invoices;

record CountsCommas(String a, String b, String c, String d, String e, String f, String g, String h, String i) {

    CountsCommas twice() {
        return new CountsCommas(a + a, b, c, d, e, f, g, h, i);
    }

    static int with(int a, int b, int c, int d, int e, int f, int g, int h, int i) {
        return a + b + c + d + e + f + g + h + i;
    }

    static int again() {
        return with(1, 2, 3, 4, 5, 6, 7, 8, 9);
    }
}
