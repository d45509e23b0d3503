"""What the merchant needs: questions, answers and the checks that think."""
