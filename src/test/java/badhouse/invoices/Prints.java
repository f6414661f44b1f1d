package badhouse.invoices;

class Prints {

    void fail(Exception problem) {
        System.out.println(problem.getMessage());
        problem.printStackTrace();
    }
}
